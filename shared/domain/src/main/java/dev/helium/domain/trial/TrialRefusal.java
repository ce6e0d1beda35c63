package dev.helium.domain.trial;

import java.time.Instant;
import java.util.Objects;

/**
 * A request that was granted and would have been refused.
 *
 * @param what was asked for, such as {@code creation}
 * @param rule that it would have broken
 */
public record TrialRefusal(Instant at, String what, String rule) {
  public TrialRefusal {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(rule, "rule");
  }
}
