package dev.helium.pages.list;

import dev.helium.pages.frame.Viewer;
import java.util.Locale;

/** Whose workspaces are listed. */
public enum Scope {
  MINE,
  ALL;

  /** As addresses say it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whoever makes workspaces looks at their own unless they say otherwise; others have none. */
  static Scope named(String id, Viewer viewer) {
    if (id.equals(MINE.id())) {
      return MINE;
    }
    if (id.equals(ALL.id())) {
      return ALL;
    }
    return viewer.mayChange() && !viewer.operates() ? MINE : ALL;
  }
}
