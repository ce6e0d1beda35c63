package dev.helium.log;

import dev.helium.domain.BackendDescription;
import dev.helium.wire.BackendCodec;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/** Where it is said what backends there are: the newest word about each counts. */
public final class BackendLog {
  private final BackendCodec codec = new BackendCodec();
  private final Appender appender;
  private final InstantSource clock;

  public BackendLog(Vertx vertx, LogSettings settings, InstantSource clock) {
    this.appender = new Appender(vertx, settings, Topics.BACKENDS);
    this.clock = clock;
  }

  /** Completes when the description is safely there; fails after at most 25 s. */
  public Future<Void> put(BackendDescription description) {
    return appender.append(description.name(), codec.encode(description, clock.instant()));
  }

  /** Completes when it is safely noted that there is no such backend; fails after at most 25 s. */
  public Future<Void> remove(String name) {
    return appender.remove(name);
  }

  public Future<Void> close() {
    return appender.close();
  }
}
