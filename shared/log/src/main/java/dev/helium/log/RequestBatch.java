package dev.helium.log;

import dev.helium.domain.Command;
import dev.helium.wire.TraceParent;
import java.util.List;

/**
 * Requests of one partition in their order, at least one.
 *
 * @param requests those that could be read
 */
public record RequestBatch(int partition, List<Requested> requests) {
  public RequestBatch {
    requests = List.copyOf(requests);
  }

  /**
   * A command, on whose account it is, and where it stands in its partition.
   *
   * @param command which may expect something
   * @param wanted the same without that
   * @param trace the span that it follows from
   */
  public record Requested(
      Command command, Command.Admissible wanted, String owner, long offset, TraceParent trace) {
    /** Of a command that expects nothing and is part of no trace. */
    public Requested(Command.Admissible command, String owner, long offset) {
      this(command, command, owner, offset, TraceParent.NONE);
    }
  }
}
