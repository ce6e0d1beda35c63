package dev.helium.pages.operate;

import dev.helium.pages.frame.Viewer;
import java.util.Arrays;
import java.util.List;

/** The pages for operators, in the order of their navigation. */
public enum Tab {
  FLEET("/operate", "Fleet"),
  EXPIRIES("/operate/expiries", "Expiries"),
  ORPHANS("/operate/orphans", "Orphans"),
  QUOTAS("/operate/quotas", "Quotas"),
  WEBHOOKS("/operate/webhooks", "Webhooks"),
  EVENTS("/operate/events", "Events"),
  AUDIT("/operate/audit", "Audit"),
  DEAD_LETTERS("/operate/dead-letters", "Dead letters"),
  POLICIES("/operate/policies", "Policies"),
  TOKENS("/operate/tokens", "Tokens");

  private final String path;
  private final String word;

  Tab(String path, String word) {
    this.path = path;
    this.word = word;
  }

  /** Those that somebody may open. */
  public static List<Tab> of(Viewer viewer) {
    return Arrays.stream(values())
        .filter(tab -> viewer.administers() || !tab.isForAdmins())
        .toList();
  }

  boolean isForAdmins() {
    return this == AUDIT || this == TOKENS;
  }

  public String path() {
    return path;
  }

  public String word() {
    return word;
  }

  /** For {@code aria-current}: null leaves the attribute out. */
  public String current(Tab other) {
    return this == other ? "page" : null;
  }
}
