package dev.helium.watcher.sharing;

import dev.helium.log.GroupLog;
import dev.helium.log.PartitionOwner;
import dev.helium.log.Tenure;
import dev.helium.service.Health;
import dev.helium.service.Turns;
import dev.helium.service.tracing.Tracing;
import dev.helium.watcher.publishing.Known;
import dev.helium.watcher.publishing.Reporter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions that this process speaks for. Whoever lost one can append nothing to it any more,
 * however late it wakes, so what is read after taking it is all that was said.
 */
public final class SpokenFor implements PartitionOwner {
  public static final String CHECK = "partitions are taken";

  private static final Logger LOG = LoggerFactory.getLogger(SpokenFor.class);

  private final Vertx vertx;
  private final GroupLog log;
  private final KnownReader reader;
  private final Reporter reporter;
  private final Turns turns;
  private final Health health;
  private final Changes changes;
  private final Tracing tracing;
  private final Map<Integer, Tenure> tenures = new ConcurrentHashMap<>();
  private final Map<Integer, String> missing = new ConcurrentHashMap<>();

  public SpokenFor(
      Vertx vertx,
      GroupLog log,
      KnownReader reader,
      Reporter reporter,
      Turns turns,
      Health health,
      Changes changes,
      Tracing tracing) {
    this.vertx = vertx;
    this.log = log;
    this.reader = reader;
    this.reporter = reporter;
    this.turns = turns;
    this.health = health;
    this.changes = changes;
    this.tracing = tracing;
    health.expect(CHECK);
  }

  @Override
  public Future<Void> take(int partition) {
    end(partition);
    missing(partition, "partition " + partition + " is being read");
    return vertx
        .executeBlocking(() -> log.take(partition), false)
        .compose(
            tenure ->
                reader
                    .read(partition)
                    .map(known -> begin(partition, known, tenure))
                    .onFailure(unread -> tenure.close()))
        .onFailure(
            failure ->
                missing(
                    partition,
                    "partition " + partition + " cannot be taken: " + failure.getMessage()))
        .mapEmpty();
  }

  @Override
  public boolean owns(int partition) {
    Tenure tenure = tenures.get(partition);
    return tenure != null && !tenure.isOver();
  }

  @Override
  public void give(int partition) {
    end(partition);
    missing.remove(partition);
    tell();
  }

  private void end(int partition) {
    Tenure tenure = tenures.remove(partition);
    if (tenure != null) {
      tenure.close();
    }
    turns.soon(() -> reporter.end(partition));
  }

  private Void begin(int partition, Known known, Tenure tenure) {
    tenures.put(partition, tenure);
    TracedSink sink = new TracedSink(tenure::append, changes, tracing);
    turns.soon(() -> reporter.begin(partition, known, sink));
    missing.remove(partition);
    tell();
    LOG.atInfo().addKeyValue("partition", partition).log("speaking for a partition");
    return null;
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
