package dev.helium.deletion.sharing;

import dev.helium.deletion.tenure.Tenures;
import dev.helium.log.PartitionOwner;
import dev.helium.service.Health;
import dev.helium.service.Turns;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions whose workspaces this process acts for. All processes know all workspaces, so one
 * that takes a partition over acts at once.
 *
 * <p>One that was paused, and has lost its partitions without knowing it, may ask for something
 * once more when it wakes: under the id that was used already, or late enough to be refused.
 */
public final class OwnPartitions implements PartitionOwner {
  public static final String CHECK = "partitions are shared";
  public static final String GROUP = "deletion-controller";

  private static final Logger LOG = LoggerFactory.getLogger(OwnPartitions.class);

  private final Set<Integer> own = ConcurrentHashMap.newKeySet();
  private final Tenures tenures;
  private final Turns turns;
  private final Health health;

  public OwnPartitions(Tenures tenures, Turns turns, Health health, MeterRegistry meters) {
    this.tenures = tenures;
    this.turns = turns;
    this.health = health;
    Gauge.builder("helium.deletion.partitions", own, Set::size)
        .description("Partitions of the events whose workspaces this process acts for")
        .register(meters);
    health.expect(CHECK);
  }

  /** It has asked for its share; until there is a partition for it, it stands by. */
  public void joined() {
    if (own.isEmpty()) {
      health.readyBut(CHECK, "none is this process's");
    }
  }

  @Override
  public Future<Void> take(int partition) {
    own.add(partition);
    Promise<Void> taken = Promise.promise();
    turns.soon(
        () -> {
          tenures.take(partition);
          health.ready(CHECK);
          LOG.atInfo().addKeyValue("partition", partition).log("acting for a partition");
          taken.complete();
        });
    return taken.future();
  }

  @Override
  public boolean owns(int partition) {
    return own.contains(partition);
  }

  @Override
  public void give(int partition) {
    own.remove(partition);
    turns.soon(
        () -> {
          tenures.give(partition);
          joined();
        });
  }
}
