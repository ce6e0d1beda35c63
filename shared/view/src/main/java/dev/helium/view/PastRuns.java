package dev.helium.view;

import com.hazelcast.map.IMap;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What the newest creations of each backend took to be ready, {@value NewestRuns#MOST} of each.
 * There are as many backends as the provisioner accepts.
 */
public final class PastRuns {
  static final String MAP = "runs";

  private final Vertx vertx;
  private final IMap<String, NewestRuns> map;

  PastRuns(Vertx vertx, IMap<String, NewestRuns> map) {
    this.vertx = vertx;
    this.map = map;
  }

  /** From the decision to readiness, the newest first. */
  public Future<List<Duration>> of(String backend) {
    return Future.fromCompletionStage(map.getAsync(backend), vertx.getOrCreateContext())
        .map(runs -> runs == null ? List.of() : runs.durations());
  }

  /** Takes over what the log says. Blocks. */
  void note(Map<String, NewestRuns> runs) {
    CompletableFuture.allOf(
            runs.entrySet().stream()
                .map(
                    entry ->
                        map.submitToKey(entry.getKey(), new AddRuns(entry.getValue()))
                            .toCompletableFuture())
                .toArray(CompletableFuture[]::new))
        .join();
  }
}
