package dev.helium.pages.frame;

import dev.helium.pages.asset.Assets;
import java.time.Instant;
import java.util.Objects;

/**
 * What stands around every page.
 *
 * @param title of the page, in the browser's tab before the name of the product
 * @param said empty unless something was done just now
 * @param now what lengths of time on the page are counted from
 */
public record Frame(String title, Section section, Viewer viewer, String said, Instant now) {
  public Frame {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(viewer, "viewer");
    Objects.requireNonNull(said, "said");
    Objects.requireNonNull(now, "now");
  }

  /** For pages that nobody has to sign in for. */
  public static Frame ofNobody(String title) {
    return new Frame(title, Section.NONE, Viewer.NOBODY, "", Instant.EPOCH);
  }

  /** The address of a file, by its name without hash. */
  public String asset(String name) {
    return Assets.all().url(name);
  }

  /** For {@code aria-current}: null leaves the attribute out. */
  public String current(Section other) {
    return section == other ? "page" : null;
  }
}
