package dev.helium.log;

import dev.helium.domain.Backoff;
import dev.helium.domain.LedgerEntry;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the newest ledger of orphans. A log that cannot be reached is tried again, with pauses and
 * without limit; what was known stays known meanwhile.
 */
public final class LedgerFollower {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerFollower.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

  private final Vertx vertx;
  private final LogSettings settings;
  private final AtomicInteger failures = new AtomicInteger();
  private volatile LedgerEntries known;
  private volatile boolean closed;
  private volatile Future<DeployedReader> reading = Future.failedFuture("never started");

  /** Nothing is read before the start. */
  public LedgerFollower(Vertx vertx, LogSettings settings) {
    this.vertx = vertx;
    this.settings = settings;
  }

  /** Returns at once. */
  public void start() {
    follow();
  }

  /** The entries by their key; empty before the ledger was read to its end for the first time. */
  public Optional<Map<String, LedgerEntry>> entries() {
    return Optional.ofNullable(known).map(LedgerEntries::all);
  }

  /** Reads what the ledger is now. */
  public static Future<Map<String, LedgerEntry>> read(Vertx vertx, LogSettings settings) {
    LedgerEntries entries = new LedgerEntries();
    return EventTail.scan(vertx, reader(settings, entries)).map(ignored -> entries.all());
  }

  /** Completes when nothing is read any more. */
  public Future<Void> close() {
    closed = true;
    return reading.compose(DeployedReader::close).otherwiseEmpty();
  }

  /** From the beginning each time: it is short, and what was removed meanwhile is not there. */
  private void follow() {
    if (closed) {
      return;
    }
    LedgerEntries entries = new LedgerEntries();
    RecordReader reader = reader(settings, entries);
    DeployedReader deployed = new DeployedReader(vertx, reader);
    reading =
        TopicAdministration.ensure(vertx, settings)
            .compose(ignored -> deployed.start())
            .map(deployed);
    reading
        .onSuccess(ignored -> reader.caughtUp().onSuccess(reached -> reached(entries)))
        .compose(ignored -> reader.ended())
        .onFailure(this::beginAgain);
  }

  private void reached(LedgerEntries entries) {
    failures.set(0);
    known = entries;
  }

  private void beginAgain(Throwable failure) {
    if (closed) {
      return;
    }
    Duration pause = BACKOFF.pauseAfter(failures.incrementAndGet());
    LOG.atWarn()
        .addKeyValue("pause", pause)
        .addKeyValue("failure", failure.toString())
        .log("following the ledger is interrupted and begins again");
    reading.onSuccess(DeployedReader::close);
    vertx.timer(pause.toMillis(), TimeUnit.MILLISECONDS).onSuccess(ignored -> follow());
  }

  private static RecordReader reader(LogSettings settings, LedgerEntries entries) {
    return new RecordReader(settings, Topics.ORPHANS, EventTail.allPartitions(), Map.of(), entries);
  }
}
