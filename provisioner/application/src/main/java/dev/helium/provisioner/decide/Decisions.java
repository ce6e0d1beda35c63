package dev.helium.provisioner.decide;

import dev.helium.domain.Command;
import dev.helium.domain.Decider;
import dev.helium.log.CommandHandler;
import dev.helium.log.EventLog;
import dev.helium.log.LogSettings;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The partitions that this process owns. */
public final class Decisions implements CommandHandler {
  private final Map<Integer, Partition> owned = new ConcurrentHashMap<>();
  private final Vertx vertx;
  private final LogSettings settings;
  private final EventLog events;
  private final Decider decider;
  private final Consequences consequences;
  private final InstantSource clock;

  public Decisions(
      Vertx vertx,
      LogSettings settings,
      EventLog events,
      Decider decider,
      Consequences consequences,
      InstantSource clock) {
    this.vertx = vertx;
    this.settings = settings;
    this.events = events;
    this.decider = decider;
    this.consequences = consequences;
    this.clock = clock;
  }

  @Override
  public Future<Void> assigned(Set<Integer> partitions) {
    List<Future<Void>> taken =
        partitions.stream()
            .map(
                number -> {
                  Partition partition = partition(number);
                  return blocking(partition::take)
                      .onSuccess(ignored -> owned.put(number, partition));
                })
            .toList();
    return Future.join(taken).mapEmpty();
  }

  @Override
  public void revoked(Set<Integer> partitions) {
    partitions.forEach(
        number -> {
          Partition partition = owned.remove(number);
          if (partition != null) {
            Thread.ofVirtual().name("give-" + number).start(partition::give);
          }
        });
  }

  @Override
  public Future<Void> handle(Command command, int number) {
    Partition partition = owned.get(number);
    return partition == null
        ? Future.failedFuture("the partition has another owner now")
        : blocking(() -> partition.decide(command));
  }

  private Partition partition(int number) {
    return new Partition(
        decider, new LogHistory(vertx, settings, events, number), consequences, clock);
  }

  private interface Blocking {
    void run() throws LogUnavailableException;
  }

  private static Future<Void> blocking(Blocking work) {
    Promise<Void> promise = Promise.promise();
    Thread.ofVirtual()
        .name("decide")
        .start(
            () -> {
              try {
                work.run();
                promise.complete();
              } catch (LogUnavailableException | RuntimeException failure) {
                promise.fail(failure);
              }
            });
    return promise.future();
  }
}
