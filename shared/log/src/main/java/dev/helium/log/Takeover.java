package dev.helium.log;

import dev.helium.wire.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Sees to it that what earlier owners of a partition had under way comes to its end. What they had
 * not asked their group for cannot become part of the partition any more, but hides what comes
 * after it; a process that was killed or paused in the middle would hide it for half a minute.
 *
 * <p>For callers that block. Each request to the broker takes 15 s at most.
 */
final class Takeover implements AutoCloseable {
  /** What a process that lives needs to end by itself what it has under way. */
  private static final Duration GRACE = Duration.ofMillis(500);

  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final Admin admin;
  private final String prefix;
  private final String own;

  /**
   * @param prefix of the ids of all that may have had the partition
   * @param own this process's id
   */
  Takeover(LogSettings settings, String prefix, String own) {
    this.admin = Admin.create(new HashMap<>(settings.administration()));
    this.prefix = prefix;
    this.own = own;
  }

  /**
   * Returns when none of them has anything under way in a partition of the events: with where the
   * partition ends.
   */
  long of(int partition) throws LogUnavailableException {
    TopicPartition place = new TopicPartition(Topics.EVENTS, partition);
    long begun = System.nanoTime();
    for (Set<String> open = open(place); !open.isEmpty(); open = open(place)) {
      Duration waited = Duration.ofNanos(System.nanoTime() - begun);
      if (waited.compareTo(LONGEST) > 0) {
        throw new LogUnavailableException("an earlier owner's transaction does not end: " + open);
      }
      if (waited.compareTo(GRACE) > 0) {
        answer(admin.fenceProducers(open).all());
      }
      pause();
    }
    return answer(admin.listOffsets(Map.of(place, OffsetSpec.latest())).partitionResult(place))
        .offset();
  }

  private Set<String> open(TopicPartition place) throws LogUnavailableException {
    Set<Long> producers =
        answer(admin.describeProducers(List.of(place)).partitionResult(place))
            .activeProducers()
            .stream()
            .filter(producer -> producer.currentTransactionStartOffset().isPresent())
            .map(ProducerState::producerId)
            .collect(Collectors.toUnmodifiableSet());
    if (producers.isEmpty()) {
      return Set.of();
    }
    return answer(
            admin
                .listTransactions(new ListTransactionsOptions().filterProducerIds(producers))
                .all())
        .stream()
        .map(TransactionListing::transactionalId)
        .filter(id -> id.startsWith(prefix) && !id.equals(own))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static <T> T answer(KafkaFuture<T> asked) throws LogUnavailableException {
    try {
      return asked.get();
    } catch (ExecutionException failure) {
      throw new LogUnavailableException("the log does not answer", failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LogUnavailableException("interrupted while waiting for the log", interrupted);
    }
  }

  private static void pause() throws LogUnavailableException {
    LockSupport.parkNanos(LOOK.toNanos());
    if (Thread.currentThread().isInterrupted()) {
      throw new LogUnavailableException("interrupted while waiting for the log");
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
