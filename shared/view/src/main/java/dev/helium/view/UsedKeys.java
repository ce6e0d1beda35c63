package dev.helium.view;

import com.hazelcast.map.IMap;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * For which request each {@code Idempotency-Key} of the last 24 h was first used, whichever gateway
 * took it. What was decided is found again in the log when everything here is lost.
 */
public final class UsedKeys {
  static final String MAP = "keys";

  /** Of each member; beyond them those go first that were not used for longest. */
  static final int MOST = 200_000;

  private static final int AT_ONCE = 500;

  private final Vertx vertx;
  private final IMap<String, KeyUse> map;

  UsedKeys(Vertx vertx, IMap<String, KeyUse> map) {
    this.vertx = vertx;
    this.map = map;
  }

  /** Whether the key stands for this request from now on; false when it does for another one. */
  public Future<Boolean> claim(KeyedCommand command, Instant now) {
    return Future.fromCompletionStage(
        map.submitToKey(
            command.key(), new ClaimKey(new KeyUse(command.request(), now.toEpochMilli()))),
        vertx.getOrCreateContext());
  }

  /** Takes over what the log says. Blocks. */
  void note(Map<String, KeyUse> uses) {
    List<CompletableFuture<Boolean>> underWay = new ArrayList<>();
    uses.forEach(
        (key, use) -> {
          underWay.add(map.submitToKey(key, new ClaimKey(use)).toCompletableFuture());
          if (underWay.size() == AT_ONCE) {
            await(underWay);
          }
        });
    await(underWay);
  }

  private static void await(List<CompletableFuture<Boolean>> underWay) {
    CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).join();
    underWay.clear();
  }
}
