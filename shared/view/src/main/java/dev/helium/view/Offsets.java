package dev.helium.view;

import com.hazelcast.map.IMap;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;

/** Up to where each partition of the log has been folded in. */
final class Offsets {
  static final String MAP = "offsets";

  private final Vertx vertx;
  private final IMap<Integer, Long> map;

  Offsets(Vertx vertx, IMap<Integer, Long> map) {
    this.vertx = vertx;
    this.map = map;
  }

  Future<Map<Integer, Long>> next() {
    return vertx.executeBlocking(() -> Map.copyOf(map.getAll(map.keySet())), false);
  }

  /**
   * Several projectors may write here at once. A smaller number written last only means that some
   * events are delivered once more, which changes nothing. Blocks.
   */
  void advance(Map<Integer, Long> next) {
    if (!next.isEmpty()) {
      map.setAll(next);
    }
  }

  Future<Void> forget() {
    return vertx.executeBlocking(
        () -> {
          map.clear();
          return null;
        },
        false);
  }
}
