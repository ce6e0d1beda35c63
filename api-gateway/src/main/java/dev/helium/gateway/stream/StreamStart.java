package dev.helium.gateway.stream;

import dev.helium.gateway.recent.Position;
import java.time.Instant;

/** Where a subscriber wants to begin. */
sealed interface StreamStart {
  /** With what happens from now on. */
  record Now() implements StreamStart {}

  /** With all that has ever happened. */
  record Beginning() implements StreamStart {}

  /** With what was written then or later. */
  record Since(Instant instant) implements StreamStart {}

  /** With what follows what was had before. */
  record After(Position position) implements StreamStart {}
}
