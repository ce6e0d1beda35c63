package dev.helium.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * What keeps a workspace from being ended: until that instant neither its expiry nor anybody's wish
 * does.
 *
 * @param by who asked for it; empty when unknown
 * @param why in the requester's words, at most {@value #LONGEST_WHY} characters
 */
public record Protection(Instant until, String by, String why) {
  public static final int LONGEST_WHY = 500;

  /** Of a workspace that nobody has protected. */
  public static final Protection NONE = new Protection(Instant.EPOCH, "", "");

  public Protection {
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(why, "why");
  }

  public boolean holds(Instant now) {
    return until.isAfter(now);
  }

  /** In one sentence, for whoever wanted to end it. */
  public String sentence() {
    return "It is protected until "
        + until
        + (by.isEmpty() ? "" : " by " + by)
        + ": "
        + why
        + (why.endsWith(".") ? "" : ".");
  }
}
