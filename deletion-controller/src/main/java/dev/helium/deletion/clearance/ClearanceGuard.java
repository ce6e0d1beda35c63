package dev.helium.deletion.clearance;

import dev.helium.domain.Backoff;
import dev.helium.service.Health;
import dev.helium.service.Turns;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a clearance begin only when its order names the Kafka cluster that the log is in. */
public final class ClearanceGuard {
  private static final Logger LOG = LoggerFactory.getLogger(ClearanceGuard.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

  private final ClearanceOrder order;
  private final Supplier<Future<String>> kafkaCluster;
  private final Turns turns;
  private final Health health;
  private final Runnable confirmed;
  private boolean open = true;

  /**
   * @param kafkaCluster asks for the id of the Kafka cluster
   * @param confirmed run once in turns when the order is confirmed
   */
  public ClearanceGuard(
      ClearanceOrder order,
      Supplier<Future<String>> kafkaCluster,
      Turns turns,
      Health health,
      Runnable confirmed) {
    this.order = order;
    this.kafkaCluster = kafkaCluster;
    this.turns = turns;
    this.health = health;
    this.confirmed = confirmed;
  }

  /** Begins, in turns, when the log has been read to its end. Nothing happens without an order. */
  public void begin() {
    if (order.wanted()) {
      ask(0);
    }
  }

  /** Asks no more. */
  public void close() {
    open = false;
  }

  private void ask(int failures) {
    kafkaCluster
        .get()
        .onComplete(
            result ->
                turns.soon(
                    () -> {
                      if (result.succeeded()) {
                        judge(result.result());
                      } else {
                        again(failures + 1);
                      }
                    }));
  }

  private void again(int failures) {
    health.readyBut(Clearance.CHECK, "the Kafka cluster does not say its id; it is asked again");
    turns.after(
        BACKOFF.pauseAfter(failures),
        () -> {
          if (open) {
            ask(failures);
          }
        });
  }

  private void judge(String cluster) {
    Optional<String> refusal = order.refusal(cluster);
    if (refusal.isPresent()) {
      health.readyBut(Clearance.CHECK, refusal.get());
      LOG.atError().log(refusal.get());
    } else if (open) {
      confirmed.run();
    }
  }
}
