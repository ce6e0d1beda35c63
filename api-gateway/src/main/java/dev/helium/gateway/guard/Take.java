package dev.helium.gateway.guard;

/**
 * An attempt to take a token out of a bucket. A bucket is kept as one number, the instant at which
 * it will be full; whatever lies further back is a full bucket. All times are in nanoseconds of one
 * monotonic clock, of which only differences mean anything.
 *
 * @param granted whether there was one
 * @param fullAt the bucket afterwards
 * @param left tokens that are in it afterwards
 * @param untilNext token is put into it; 0 when it is full
 */
record Take(boolean granted, long fullAt, int left, long untilNext) {
  /**
   * Takes a token.
   *
   * @param fullAt the bucket before
   */
  static Take from(Rate rate, long fullAt, long now) {
    long interval = rate.interval().toNanos();
    long capacity = rate.window();
    long missing = missing(rate, fullAt, now);
    boolean granted = missing + interval <= capacity;
    long after = granted ? missing + interval : missing;
    return new Take(
        granted, now + after, (int) ((capacity - after) / interval), untilNext(rate, after));
  }

  /**
   * The bucket with one token more, for something that turned out not to count.
   *
   * @param fullAt the bucket before
   */
  static long giveBack(Rate rate, long fullAt, long now) {
    return now + Math.max(0, missing(rate, fullAt, now) - rate.interval().toNanos());
  }

  /** Whether a bucket is full, and so like one that was never used. */
  static boolean isFull(long fullAt, long now) {
    return fullAt - now <= 0;
  }

  /** What a bucket lacks, as the time in which it fills; never more than all of it. */
  private static long missing(Rate rate, long fullAt, long now) {
    return Math.clamp(fullAt - now, 0L, rate.window());
  }

  private static long untilNext(Rate rate, long missing) {
    long interval = rate.interval().toNanos();
    return missing == 0 ? 0 : (missing - 1) % interval + 1;
  }
}
