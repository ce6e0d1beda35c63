package dev.helium.log;

import dev.helium.domain.Command;
import dev.helium.wire.TraceParent;
import java.time.Instant;
import java.util.List;

/**
 * Commands of one partition in their order, at least one.
 *
 * @param commands those that could be read
 */
public record CommandBatch(int partition, List<Received> commands) {
  public CommandBatch {
    commands = List.copyOf(commands);
  }

  /**
   * A command and where it stands in its partition.
   *
   * @param trace the span that it follows from
   * @param at when it was appended; {@link Instant#EPOCH} when that is not known
   */
  public record Received(Command command, long offset, TraceParent trace, Instant at) {
    /** One that is part of no trace, and of which nobody knows since when it is there. */
    public Received(Command command, long offset) {
      this(command, offset, TraceParent.NONE, Instant.EPOCH);
    }
  }
}
