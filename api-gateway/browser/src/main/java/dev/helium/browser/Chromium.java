package dev.helium.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A browser that runs; for one thread. */
public final class Chromium implements AutoCloseable {
  /** It asks nobody but the pages' server for anything. */
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final Map<String, String> ENVIRONMENT =
      Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

  /** In milliseconds; only what goes wrong waits for so long. */
  private static final double LONGEST = 60_000;

  private final Playwright playwright;
  private final Browser browser;
  private final List<Tab> tabs = new ArrayList<>();

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /**
   * Starts it.
   *
   * @param more flags of the command line
   */
  public static Chromium start(Path program, String... more) {
    PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST);
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(ENVIRONMENT));
    try {
      Browser browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(program)
                      .setArgs(Stream.concat(FLAGS.stream(), Stream.of(more)).toList()));
      return new Chromium(playwright, browser);
    } catch (RuntimeException failure) {
      playwright.close();
      throw failure;
    }
  }

  /**
   * A window of somebody who was never here: no cookies, nothing kept.
   *
   * @param address where paths begin, such as {@code http://127.0.0.1:2323}
   */
  public Tab open(String address) {
    return open(address, true);
  }

  /** The same for somebody whose browser runs no scripts. */
  public Tab openWithoutScripts(String address) {
    return open(address, false);
  }

  /** Those that are open. */
  public List<Tab> tabs() {
    return List.copyOf(tabs);
  }

  /** Closes every window. */
  public void closeTabs() {
    tabs.forEach(Tab::close);
    tabs.clear();
  }

  @Override
  public void close() {
    closeTabs();
    browser.close();
    playwright.close();
  }

  private Tab open(String address, boolean scripts) {
    Look look = Look.DESKTOP_LIGHT;
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setBaseURL(address)
            .setJavaScriptEnabled(scripts)
            .setLocale("en-GB")
            .setTimezoneId("Europe/Berlin")
            .setViewportSize(look.width(), look.height())
            .setPermissions(List.of("clipboard-read", "clipboard-write"));
    BrowserContext context = browser.newContext(options);
    context.setDefaultTimeout(LONGEST);
    Tab tab = Tab.of(context, address);
    tabs.add(tab);
    return tab;
  }
}
