package dev.helium.watcher.cluster;

import io.vertx.core.Future;
import java.util.function.Supplier;

/** Opens and closes connections beside the thread of the turns, each on its own. */
interface Opener {
  /** Completes on the thread of the turns. */
  Future<Connection> open(Supplier<Connection> connection);

  void release(Connection connection);
}
