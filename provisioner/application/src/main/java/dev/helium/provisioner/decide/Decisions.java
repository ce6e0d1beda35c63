package dev.helium.provisioner.decide;

import dev.helium.domain.Decider;
import dev.helium.log.CommandBatch;
import dev.helium.log.CommandHandler;
import dev.helium.log.LogSettings;
import dev.helium.log.UnreadableHandler;
import dev.helium.provisioner.blocking.Blocking;
import dev.helium.service.tracing.Tracing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The partitions that this process owns. */
public final class Decisions implements CommandHandler {
  private final Map<Integer, Partition> owned = new ConcurrentHashMap<>();
  private final Vertx vertx;
  private final LogSettings settings;
  private final UnreadableHandler unreadable;
  private final Decider decider;
  private final Consequences consequences;
  private final InstantSource clock;
  private final Tracing tracing;

  /**
   * @param unreadable takes the events that cannot be read
   */
  public Decisions(
      Vertx vertx,
      LogSettings settings,
      UnreadableHandler unreadable,
      Decider decider,
      Consequences consequences,
      InstantSource clock,
      Tracing tracing) {
    this.vertx = vertx;
    this.settings = settings;
    this.unreadable = unreadable;
    this.decider = decider;
    this.consequences = consequences;
    this.clock = clock;
    this.tracing = tracing;
  }

  @Override
  public Future<Void> take(int number) {
    return Blocking.run(
        "take-" + number,
        () -> {
          Partition before = owned.remove(number);
          if (before != null) {
            before.give();
          }
          owned.put(
              number,
              Partition.take(
                  vertx, settings, number, unreadable, decider, consequences, clock, tracing));
        });
  }

  /** How many partitions are this process's now. From any thread. */
  public int partitions() {
    return owned.size();
  }

  @Override
  public boolean owns(int number) {
    Partition partition = owned.get(number);
    return partition != null && !partition.isOver();
  }

  @Override
  public void give(int number) {
    Partition partition = owned.remove(number);
    if (partition != null) {
      Thread.ofVirtual().name("give-" + number).start(partition::give);
    }
  }

  @Override
  public Future<Void> handle(CommandBatch batch) {
    Partition partition = owned.get(batch.partition());
    return partition == null
        ? Future.failedFuture("the partition has another owner now")
        : Blocking.run("decide-" + batch.partition(), () -> partition.decide(batch.commands()));
  }
}
