package dev.helium.provisioner.catalogue;

import dev.helium.domain.BackendDescription;
import dev.helium.domain.Backoff;
import dev.helium.log.BackendFollower;
import dev.helium.log.BackendLog;
import dev.helium.log.LogSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once, when the process starts, what backends there are: whoever started last knows best.
 * Where the log does not take it that is tried again, up to {@value #TRIES} times; then the
 * gateways go by what was said before, and the log of this process says so. Nobody waits for it.
 */
public final class CatalogueAnnouncement {
  static final int TRIES = 10;

  private static final Logger LOG = LoggerFactory.getLogger(CatalogueAnnouncement.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

  private final Vertx vertx;
  private final LogSettings settings;
  private final List<BackendDescription> backends;
  private final BackendLog log;
  private volatile boolean closed;

  public CatalogueAnnouncement(
      Vertx vertx, LogSettings settings, List<BackendDescription> backends, InstantSource clock) {
    this.vertx = vertx;
    this.settings = settings;
    this.backends = List.copyOf(backends);
    this.log = new BackendLog(vertx, settings, clock);
  }

  /** Completes when it is said, and fails when that was given up. */
  public Future<Void> announce() {
    return announce(1)
        .onFailure(
            failure ->
                LOG.atError()
                    .addKeyValue("failure", failure.toString())
                    .log("what backends there are could not be said; start again to say it"));
  }

  public Future<Void> close() {
    closed = true;
    return log.close();
  }

  private Future<Void> announce(int number) {
    return say()
        .recover(
            failure ->
                number == TRIES || closed
                    ? Future.failedFuture(failure)
                    : vertx
                        .timer(BACKOFF.pauseAfter(number).toMillis(), TimeUnit.MILLISECONDS)
                        .compose(ignored -> announce(number + 1)));
  }

  private Future<Void> say() {
    Set<String> names =
        backends.stream().map(BackendDescription::name).collect(Collectors.toUnmodifiableSet());
    return BackendFollower.read(vertx, settings)
        .compose(
            known ->
                Future.join(
                    known.keySet().stream()
                        .filter(name -> !names.contains(name))
                        .map(log::remove)
                        .toList()))
        .compose(ignored -> Future.join(backends.stream().map(log::put).toList()))
        .mapEmpty();
  }
}
