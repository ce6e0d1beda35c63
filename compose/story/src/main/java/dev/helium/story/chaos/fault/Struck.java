package dev.helium.story.chaos.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A fault that was made.
 *
 * @param number from 1
 * @param at when the first blow fell
 * @param back how long after that everything was ready again
 * @param troubles what did not go as it should, one sentence each
 */
public record Struck(int number, Fault fault, Instant at, Duration back, List<String> troubles) {
  public Struck {
    troubles = List.copyOf(troubles);
  }
}
