package dev.helium.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A page that somebody looks at, and whatever goes wrong meanwhile. */
public final class Tab implements AutoCloseable {
  private static final String BYTES =
      """
      () => {
        const [page] = performance.getEntriesByType('navigation')
        return performance.getEntriesByType('resource')
          .filter(each => each.startTime <= page.loadEventEnd)
          .concat(page)
          .reduce((sum, each) => sum + each.encodedBodySize + 300, 0)
      }
      """;

  private final BrowserContext context;
  private final Page page;
  private final Complaints complaints;
  private final String address;
  private final List<Tab> beside = new ArrayList<>();

  private Tab(BrowserContext context, Page page, Complaints complaints, String address) {
    this.context = context;
    this.page = page;
    this.complaints = complaints;
    this.address = address;
  }

  static Tab of(BrowserContext context, String address) {
    Page page = context.newPage();
    Tab tab = new Tab(context, page, Complaints.of(page, address), address);
    tab.show(Look.DESKTOP_LIGHT);
    return tab;
  }

  public Page page() {
    return page;
  }

  /** Its cookies, and those of other pages of the same window. */
  public BrowserContext context() {
    return context;
  }

  /** Goes to a path of the server. */
  public Page go(String path) {
    page.navigate(path);
    return page;
  }

  /** Another page of the same window, with the same cookies. */
  public Tab beside() {
    Tab other = of(context, address);
    beside.add(other);
    return other;
  }

  /** Lets it be looked at otherwise, without loading it again. */
  void show(Look look) {
    page.setViewportSize(look.width(), look.height());
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(look.scheme())
            .setReducedMotion(ReducedMotion.REDUCE));
  }

  /**
   * The same on a screen so high that all of it is seen, and nothing that stays at an edge covers
   * what one would scroll to.
   */
  void showAll(Look look) {
    show(look);
    int height = (int) page.evaluate("document.documentElement.scrollHeight");
    page.setViewportSize(look.width(), Math.max(look.height(), height));
  }

  /**
   * What all of the page takes on the wire until it is loaded, in bytes, with nothing of it cached:
   * as the browser counts bodies, and as its standard counts heads.
   */
  public long bytes() {
    return ((Number) page.evaluate(BYTES)).longValue();
  }

  /** From now on an answer with this status is none to complain about. */
  public void expect(int status) {
    complaints.expect(status);
  }

  /** Forgets what has gone wrong so far and is like that. */
  public void forgive(Predicate<String> complaint) {
    complaints.forgive(complaint);
  }

  /** What has gone wrong here and in those beside it, in the order in which it did. */
  public List<String> complaints() {
    return Stream.concat(
            complaints.all().stream(), beside.stream().flatMap(tab -> tab.complaints().stream()))
        .toList();
  }

  /** Fails when anything went wrong. */
  public void requireClean() {
    List<String> all = complaints();
    if (!all.isEmpty()) {
      throw new AssertionError(page.url() + ":\n" + String.join("\n", all));
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
