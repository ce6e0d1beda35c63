package dev.helium.deletion.trail;

import dev.helium.wire.TraceParent;
import java.time.Instant;
import java.util.Objects;

/**
 * The newest thing that was done about a workspace, as part of a trace.
 *
 * @param trace the span that did it; none where nobody traces
 * @param destroyed whether it was that its objects were destroyed
 */
record Trail(TraceParent trace, Instant at, boolean destroyed) {
  static final Trail NONE = new Trail(TraceParent.NONE, Instant.EPOCH, false);

  Trail {
    Objects.requireNonNull(trace, "trace");
    Objects.requireNonNull(at, "at");
  }
}
