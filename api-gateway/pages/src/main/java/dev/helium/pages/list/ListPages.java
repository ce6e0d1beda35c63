package dev.helium.pages.list;

import dev.helium.pages.web.Site;

/** Everything below {@code /list}. */
public final class ListPages {
  /** Adds their routes. */
  public void mount(Site site) {
    java.util.Objects.requireNonNull(site);
  }
}
