package dev.helium.pages.frame;

import dev.helium.pages.asset.Assets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands around every page.
 *
 * @param title of the page, in the browser's tab before the name of the product
 * @param done what was done just now; empty when nothing was
 * @param now what lengths of time on the page are counted from
 */
public record Frame(
    String title, Section section, Viewer viewer, Optional<Flash> done, Instant now) {
  public Frame {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(viewer, "viewer");
    Objects.requireNonNull(done, "done");
    Objects.requireNonNull(now, "now");
  }

  /** For pages that nobody has to sign in for. */
  public static Frame ofNobody(String title) {
    return new Frame(title, Section.NONE, Viewer.NOBODY, Optional.empty(), Instant.EPOCH);
  }

  /** What the page says about that; empty when there is nothing to say. */
  public String said() {
    return done.map(Flash::text).orElse("");
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
