package dev.helium.watcher.sharing;

import dev.helium.domain.Source;
import dev.helium.log.GatheringLog;
import dev.helium.log.LogSettings;
import dev.helium.log.PartitionOwner;
import dev.helium.service.Health;
import dev.helium.service.Turns;
import dev.helium.watcher.publishing.Known;
import dev.helium.watcher.publishing.Reporter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions that this process speaks for. Taking one keeps every earlier speaker from
 * appending to it, however late that one wakes, so what is read after that is all that was said.
 */
public final class SpokenFor implements PartitionOwner {
  public static final String CHECK = "partitions are taken";

  private static final Logger LOG = LoggerFactory.getLogger(SpokenFor.class);

  private final Vertx vertx;
  private final LogSettings settings;
  private final KnownReader reader;
  private final Reporter reporter;
  private final Turns turns;
  private final Health health;
  private final Map<Integer, GatheringLog> logs = new ConcurrentHashMap<>();
  private final Map<Integer, String> missing = new ConcurrentHashMap<>();

  public SpokenFor(
      Vertx vertx,
      LogSettings settings,
      KnownReader reader,
      Reporter reporter,
      Turns turns,
      Health health) {
    this.vertx = vertx;
    this.settings = settings;
    this.reader = reader;
    this.reporter = reporter;
    this.turns = turns;
    this.health = health;
    health.expect(CHECK);
  }

  @Override
  public Future<Void> take(int partition) {
    end(partition);
    missing(partition, "partition " + partition + " is being read");
    return fence(partition)
        .compose(
            log ->
                reader
                    .read(partition)
                    .map(known -> begin(partition, known, log))
                    .onFailure(unread -> log.close()))
        .onFailure(
            failure ->
                missing(
                    partition,
                    "partition " + partition + " cannot be taken: " + failure.getMessage()))
        .mapEmpty();
  }

  @Override
  public boolean owns(int partition) {
    GatheringLog log = logs.get(partition);
    return log != null && !log.isOver();
  }

  @Override
  public void give(int partition) {
    end(partition);
    missing.remove(partition);
    tell();
  }

  private void end(int partition) {
    GatheringLog log = logs.remove(partition);
    if (log != null) {
      log.close();
    }
    turns.soon(() -> reporter.end(partition));
  }

  private Void begin(int partition, Known known, GatheringLog log) {
    logs.put(partition, log);
    turns.soon(() -> reporter.begin(partition, known, log::append));
    missing.remove(partition);
    tell();
    LOG.atInfo().addKeyValue("partition", partition).log("speaking for a partition");
    return null;
  }

  private Future<GatheringLog> fence(int partition) {
    return vertx.executeBlocking(
        () -> GatheringLog.take(settings, Source.STATUS_WATCHER, partition), false);
  }

  private void missing(int partition, String why) {
    missing.put(partition, why);
    tell();
  }

  private void tell() {
    missing.values().stream()
        .sorted()
        .findFirst()
        .ifPresentOrElse(why -> health.notReady(CHECK, why), () -> health.ready(CHECK));
  }
}
