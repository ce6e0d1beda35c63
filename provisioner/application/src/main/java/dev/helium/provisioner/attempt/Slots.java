package dev.helium.provisioner.attempt;

/**
 * How many attempts may run at once, and how many of them may be alike. A quarter, rounded up, is
 * left to what comes later: nobody can tell of an attempt that begins how long it will stay.
 *
 * @param all attempts that may run at once
 */
record Slots(int all) {
  private static final int FEWEST_TO_SHARE = 3;

  Slots {
    if (all < 1) {
      throw new IllegalArgumentException("attempts need a slot to run in");
    }
  }

  /** The creations that a cluster should have under way before its deletions go first again. */
  int creations() {
    return quarter(all);
  }

  /** The most that deletions have together. */
  int deletions() {
    return mostOf(all);
  }

  /**
   * The most that one of several clusters has. It is all of two slots, as its creations would find
   * none beside its deletions otherwise.
   */
  int ofOneCluster() {
    return all < FEWEST_TO_SHARE ? all : mostOf(all);
  }

  /** The most that deletions of one of several clusters have. */
  int deletionsOfOneCluster() {
    return mostOf(deletions());
  }

  private static int mostOf(int slots) {
    return Math.max(1, slots - quarter(slots));
  }

  private static int quarter(int slots) {
    return Math.ceilDiv(slots, 4);
  }
}
