package dev.helium.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Holds pages to what all of them have to be, in light and dark, on a desktop and on a phone, and
 * takes pictures of them.
 */
public final class Gallery {
  /** Of all that a page needs, as it comes over the wire. */
  private static final long HEAVIEST = 150_000;

  private static final int QUALITY = 50;

  /** Pictures end there, in pixels: nobody scrolls through a longer one. */
  private static final int LONGEST = 1_300;

  private static final String HEIGHT = "document.documentElement.scrollHeight";
  private static final String EXCESS =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private final List<Path> folders;

  /**
   * A gallery.
   *
   * @param folders that get the pictures; the first also gets the weights
   */
  public Gallery(List<Path> folders) {
    this.folders = List.copyOf(folders);
    try {
      for (Path folder : folders) {
        Files.createDirectories(folder);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Looks at the page as it is now, from all sides, and fails when something is wrong with it. */
  public void show(Tab tab, String name) {
    tab.page().waitForLoadState();
    tab.requireClean();
    weigh(tab, name);
    for (Look look : Look.values()) {
      tab.showAll(look);
      String picture = name + "-" + look.id();
      save(picture, tab.page());
      require(picture, Accessibility.violations(tab.page()));
      int excess = (int) tab.page().evaluate(EXCESS);
      require(
          picture,
          excess > 0 ? List.of("it is " + excess + " pixels wider than the screen") : List.of());
    }
    tab.show(Look.DESKTOP_LIGHT);
    // What the rules' script does in the page is none of the page's doing.
    tab.forgive(complaint -> complaint.startsWith("console: "));
    tab.requireClean();
  }

  private void weigh(Tab tab, String name) {
    long bytes = tab.bytes();
    try {
      Files.writeString(
          folders.getFirst().resolve("weights.tsv"),
          name + "\t" + bytes + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    if (bytes <= 0 || bytes >= HEAVIEST) {
      throw new AssertionError(name + " takes " + bytes + " bytes, which are 1 to " + HEAVIEST);
    }
  }

  private void save(String picture, Page page) {
    int height = Math.min((int) page.evaluate(HEIGHT), LONGEST);
    byte[] bytes =
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setClip(0, 0, page.viewportSize().width, height)
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setType(ScreenshotType.JPEG)
                .setQuality(QUALITY));
    try {
      for (Path folder : folders) {
        Files.write(folder.resolve(picture + ".jpg"), bytes);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void require(String picture, List<String> broken) {
    if (!broken.isEmpty()) {
      throw new AssertionError(picture + ":\n" + String.join("\n", broken));
    }
  }
}
