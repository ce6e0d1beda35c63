package dev.helium.view;

import com.hazelcast.map.IMap;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Sessions of browsers that were ended before their time, whichever gateway ended them. Lost when
 * all members go at once: the sessions then end when they would have ended anyway.
 */
public final class EndedSessions {
  static final String MAP = "ended-sessions";

  /** Of each member; beyond them those go first that were not asked for longest. */
  static final int MOST = 200_000;

  private final Vertx vertx;
  private final IMap<String, Boolean> map;

  EndedSessions(Vertx vertx, IMap<String, Boolean> map) {
    this.vertx = vertx;
    this.map = map;
  }

  /**
   * Ends one, and says whether it was not ended before.
   *
   * @param kept how long it stays known, at least a second
   */
  public Future<Boolean> end(String id, Duration kept) {
    return Future.fromCompletionStage(
            map.putAsync(id, Boolean.TRUE, kept.toSeconds(), TimeUnit.SECONDS),
            vertx.getOrCreateContext())
        .map(before -> before == null);
  }

  public Future<Boolean> isEnded(String id) {
    return Future.fromCompletionStage(map.getAsync(id), vertx.getOrCreateContext())
        .map(ended -> ended != null);
  }
}
