package dev.helium.log;

import dev.helium.domain.Command;
import io.vertx.core.Future;
import java.util.Set;

/** Takes the commands of the partitions that this process owns. */
public interface CommandHandler {
  /** Called before the first command of these partitions is handed over. */
  Future<Void> assigned(Set<Integer> partitions);

  /** From now on these partitions belong to somebody else. */
  void revoked(Set<Integer> partitions);

  /**
   * Called in the order of the partition; other partitions go on meanwhile. When it fails the same
   * command is handed over again after a pause.
   */
  Future<Void> handle(Command command, int partition);
}
