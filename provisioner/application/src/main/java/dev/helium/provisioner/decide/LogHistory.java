package dev.helium.provisioner.decide;

import dev.helium.domain.EventRecord;
import dev.helium.log.EventLog;
import dev.helium.log.EventTail;
import dev.helium.log.LogSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The history in Kafka, for callers that may block. */
final class LogHistory implements History {
  private static final long APPEND_SECONDS = 30;
  private static final long REPLAY_SECONDS = 300;

  private final Vertx vertx;
  private final LogSettings settings;
  private final EventLog events;
  private final int partition;

  LogHistory(Vertx vertx, LogSettings settings, EventLog events, int partition) {
    this.vertx = vertx;
    this.settings = settings;
    this.events = events;
    this.partition = partition;
  }

  @Override
  public void replay(Consumer<EventRecord> each) throws LogUnavailableException {
    await(
        EventTail.replay(
            vertx,
            settings,
            Set.of(partition),
            delivery -> {
              each.accept(delivery.record());
              return Future.succeededFuture();
            }),
        REPLAY_SECONDS);
  }

  @Override
  public void append(EventRecord record) throws LogUnavailableException {
    await(events.append(record), APPEND_SECONDS);
  }

  private static void await(Future<Void> future, long seconds) throws LogUnavailableException {
    try {
      future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      throw new LogUnavailableException("the log does not answer", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LogUnavailableException("interrupted while waiting for the log", interrupted);
    }
  }
}
