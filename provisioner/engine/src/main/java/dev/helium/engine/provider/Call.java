package dev.helium.engine.provider;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * What a provider operation may use.
 *
 * @param preview true when nothing may be changed: the answer is what would be, with unknown values
 *     where only the doing would tell
 * @param cancellation ends waiting early
 * @param ownership is asked right before anything is changed
 * @param timeout the longest the operation may take; the provider's default when zero
 * @param progress takes one line about what is being waited for
 */
public record Call(
    boolean preview,
    Cancellation cancellation,
    Ownership ownership,
    Duration timeout,
    Consumer<String> progress) {
  /** The time allowed, given the provider's default. */
  public Duration timeoutOr(Duration standard) {
    return timeout.isZero() ? standard : timeout;
  }
}
