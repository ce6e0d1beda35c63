package dev.helium.domain;

/** Who writes events; each numbers its own. */
public enum Source {
  PROVISIONER("provisioner"),
  STATUS_WATCHER("status-watcher");

  private final String word;

  Source(String word) {
    this.word = word;
  }

  /** As events say it. */
  public String word() {
    return word;
  }
}
