package dev.helium.log;

import dev.helium.domain.BackendDescription;
import dev.helium.wire.BackendCodec;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Optional;

/**
 * Knows what backends there are. A log that cannot be reached is tried again, with pauses and
 * without limit; what was known stays known meanwhile.
 */
public final class BackendFollower {
  private static final KeyedTopic<BackendDescription> BACKENDS =
      new KeyedTopic<>(Topics.BACKENDS, new BackendCodec()::decode);

  private final KeyedFollower<BackendDescription> follower;

  /** Nothing is read before the start. */
  public BackendFollower(Vertx vertx, LogSettings settings) {
    this.follower = new KeyedFollower<>(vertx, settings, BACKENDS, () -> {});
  }

  /** Returns at once. */
  public void start() {
    follower.start();
  }

  /** The backends by their name; empty before they were read for the first time. */
  public Optional<Map<String, BackendDescription>> backends() {
    return follower.records();
  }

  /** Reads which there are now. */
  public static Future<Map<String, BackendDescription>> read(Vertx vertx, LogSettings settings) {
    return KeyedFollower.read(vertx, settings, BACKENDS);
  }

  /** Completes when nothing is read any more. */
  public Future<Void> close() {
    return follower.close();
  }
}
