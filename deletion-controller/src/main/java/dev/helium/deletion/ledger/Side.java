package dev.helium.deletion.ledger;

/** What is compared with the log. */
public enum Side {
  /** The namespaces that carry a workspace's label. */
  NAMESPACES("namespaces"),
  /** Objects outside of such namespaces that carry one. */
  OBJECTS("objects"),
  /** The state files of stacks. */
  STACKS("stacks"),
  /** The log with itself: what ought to have happened since. */
  LOG("deletions");

  private final String word;

  Side(String word) {
    this.word = word;
  }

  /** True when each cluster has one of its own. */
  boolean isOfCluster() {
    return switch (this) {
      case NAMESPACES, OBJECTS -> true;
      case STACKS, LOG -> false;
    };
  }

  /** As the API says it. */
  String word() {
    return word;
  }
}
