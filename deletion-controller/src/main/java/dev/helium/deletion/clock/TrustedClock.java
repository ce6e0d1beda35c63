package dev.helium.deletion.clock;

import java.time.Instant;
import java.util.Optional;

/** The time, for those who act on it. */
@FunctionalInterface
public interface TrustedClock {
  /** Empty while it cannot be believed; then nothing that depends on it may be done. */
  Optional<Instant> now();
}
