package dev.helium.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.domain.Milestones;
import dev.helium.domain.Progress;

/** The first writers did not count pods, nor say what these have behind them. */
final class UpcastPods implements Upcast {
  @Override
  public ObjectNode newer(ObjectNode older) {
    if (!older.has("progress")) {
      older
          .putObject("progress")
          .put("ready", Progress.NONE.ready())
          .put("wanted", Progress.NONE.wanted())
          .put("slowest", Progress.NONE.slowest());
    }
    if (!older.has("milestones")) {
      older
          .putObject("milestones")
          .put("scheduled", Milestones.UNKNOWN.toString())
          .put("started", Milestones.UNKNOWN.toString());
    }
    return older;
  }
}
