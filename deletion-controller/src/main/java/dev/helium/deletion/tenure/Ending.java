package dev.helium.deletion.tenure;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What is settled about the end of a life beside its expiry.
 *
 * @param protectedUntil the end of its protection; {@link Instant#EPOCH} when it has none
 * @param since when its present end was set
 * @param announced how long before its present end that was announced last; zero when it was not
 * @param changes how often its end was changed in this life. A command about it that was refused
 *     because of a change is another one after that change
 */
public record Ending(Instant protectedUntil, Instant since, Duration announced, int changes) {
  public Ending {
    Objects.requireNonNull(protectedUntil, "protectedUntil");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(announced, "announced");
  }

  /** Of a life that has just begun. */
  static Ending of(Instant began) {
    return new Ending(Instant.EPOCH, began, Duration.ZERO, 0);
  }

  Ending moved(Instant until, Instant time) {
    return new Ending(until, time, Duration.ZERO, changes + 1);
  }

  /** Changed, without moving the end: who was told of it knows it still. */
  Ending changed(Instant until) {
    return new Ending(until, since, announced, changes + 1);
  }

  Ending announced(Duration lead) {
    return new Ending(protectedUntil, since, lead, changes);
  }
}
