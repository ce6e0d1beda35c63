package dev.helium.log;

import dev.helium.domain.Command;
import io.vertx.core.Future;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Owns whatever it is given, and remembers the commands that come. */
final class Commands implements CommandHandler {
  private final Set<Integer> owned = ConcurrentHashMap.newKeySet();
  private final Queue<Command> handled = new ConcurrentLinkedQueue<>();

  /** The ids of the commands in the order of their coming. */
  List<String> handled() {
    return handled.stream().map(command -> command.id().value()).toList();
  }

  @Override
  public Future<Void> take(int partition) {
    owned.add(partition);
    return Future.succeededFuture();
  }

  @Override
  public boolean owns(int partition) {
    return owned.contains(partition);
  }

  @Override
  public void give(int partition) {
    owned.remove(partition);
  }

  @Override
  public Future<Void> handle(CommandBatch batch) {
    batch.commands().forEach(received -> handled.add(received.command()));
    return Future.succeededFuture();
  }
}
