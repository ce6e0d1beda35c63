package dev.helium.provisioner.decide;

import dev.helium.domain.Source;
import dev.helium.log.EventTail;
import dev.helium.log.LogSettings;
import dev.helium.log.LogUnavailableException;
import dev.helium.log.PartitionLog;
import dev.helium.log.PartitionLog.Stamped;
import dev.helium.log.PartitionSnapshot;
import dev.helium.log.Snapshots;
import dev.helium.log.UnreadableHandler;
import dev.helium.provisioner.blocking.Blocking;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One partition of the log in the hands of its owner, for callers that may block.
 *
 * @param unreadable takes the events that cannot be read, which are then passed over
 * @param fence the number of this ownership
 */
record OwnedPartition(
    Vertx vertx,
    LogSettings settings,
    int number,
    UnreadableHandler unreadable,
    PartitionLog log,
    long fence)
    implements AutoCloseable {
  private static final Duration REPLAY = Duration.ofMinutes(5);

  /** A partition just taken, and all that its events come to. */
  record Taken(OwnedPartition partition, PartitionFold fold) {}

  /**
   * Takes the partition. Whoever had it can write no more from here on, so what is read after that
   * is all there is; the number of the new ownership is in the log before anything is done under
   * it.
   */
  static Taken take(Vertx vertx, LogSettings settings, int number, UnreadableHandler unreadable)
      throws LogUnavailableException {
    PartitionLog log = PartitionLog.take(settings, Source.PROVISIONER, number);
    try {
      PartitionSnapshot snapshot = Blocking.await(Snapshots.read(vertx, settings, number), REPLAY);
      PartitionFold fold = new PartitionFold(snapshot);
      replay(vertx, settings, number, fold, unreadable);
      long fence = fold.fence() + 1;
      log.append(snapshot.under(fence));
      return new Taken(new OwnedPartition(vertx, settings, number, unreadable, log, fence), fold);
    } catch (LogUnavailableException | RuntimeException failure) {
      log.close();
      throw failure;
    }
  }

  /** Brings a fold up to what the log holds now. */
  void replay(PartitionFold fold) throws LogUnavailableException {
    replay(vertx, settings, number, fold, unreadable);
  }

  void append(List<Stamped> events) throws LogUnavailableException {
    log.append(events);
  }

  void append(PartitionSnapshot snapshot) throws LogUnavailableException {
    log.append(snapshot);
  }

  @Override
  public void close() {
    log.close();
  }

  private static void replay(
      Vertx vertx,
      LogSettings settings,
      int number,
      PartitionFold fold,
      UnreadableHandler unreadable)
      throws LogUnavailableException {
    Blocking.await(
        EventTail.replay(
            vertx,
            settings,
            Map.of(number, fold.next()),
            delivery -> {
              fold.take(delivery);
              return Future.succeededFuture();
            },
            record ->
                unreadable
                    .handle(record)
                    .map(
                        ignored -> {
                          fold.passOver(record);
                          return null;
                        })),
        REPLAY);
  }
}
