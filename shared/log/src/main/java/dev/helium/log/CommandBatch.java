package dev.helium.log;

import dev.helium.domain.Command;
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

  /** A command and where it stands in its partition. */
  public record Received(Command command, long offset) {}
}
