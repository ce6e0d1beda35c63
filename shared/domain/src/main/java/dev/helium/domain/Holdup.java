package dev.helium.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What keeps a destroyed workspace from being gone.
 *
 * @param by what is left and what holds it, one sentence each; at most {@value #MOST} of {@value
 *     #LONGEST} characters are kept
 * @param since when that was first seen; {@link Timeline#UNKNOWN} of nothing
 */
public record Holdup(List<String> by, Instant since) {
  public static final int MOST = 20;
  public static final int LONGEST = 500;

  /** Nothing does, or nothing is known to. */
  public static final Holdup NONE = new Holdup(List.of(), Instant.EPOCH);

  public Holdup {
    by = by.stream().limit(MOST).map(Holdup::cut).toList();
    Objects.requireNonNull(since, "since");
  }

  public boolean isNone() {
    return by.isEmpty();
  }

  private static String cut(String sentence) {
    return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST - 1) + "…";
  }
}
