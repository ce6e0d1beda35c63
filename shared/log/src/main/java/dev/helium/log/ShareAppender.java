package dev.helium.log;

import dev.helium.domain.EventRecord;
import dev.helium.log.Gathering.Waiting;
import dev.helium.wire.Encoded;
import dev.helium.wire.EventCodec;
import dev.helium.wire.Topics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Appends events of tenures together, under the newest share. When the group has gone on meanwhile
 * nothing was written, and those whose tenure goes on are appended under the next share.
 *
 * <p>For one thread, which blocks.
 */
final class ShareAppender implements AutoCloseable {
  private static final int MOST_TRIES = 10;

  /** From the group's next generation to this process's hearing of it. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final EventCodec codec = new EventCodec();
  private final GroupShares shares;
  private final GroupProducer producer;
  private final OwnRecords own;
  private final Timer transactions;

  ShareAppender(GroupShares shares, GroupProducer producer, OwnRecords own, Timer transactions) {
    this.shares = shares;
    this.producer = producer;
    this.own = own;
    this.transactions = transactions;
  }

  /** Returns when each is in the log or has failed; when this fails, none has been told of it. */
  void append(List<Waiting> batch) throws LogUnavailableException, InterruptedException {
    GroupShare share = shares.now();
    List<Waiting> left = held(batch, share);
    for (int tries = 1; !left.isEmpty(); tries++) {
      try {
        append(left, share);
        left.forEach(waiting -> waiting.done().complete());
        return;
      } catch (StaleShareException stale) {
        // Whoever has given all back waits for no further share.
        left = held(left, share);
        if (!left.isEmpty()) {
          share = next(share, tries, stale);
          left = held(left, share);
        }
      }
    }
  }

  private GroupShare next(GroupShare share, int tries, StaleShareException stale)
      throws StaleShareException, InterruptedException {
    GroupShare next = shares.after(share, LONGEST_WAIT);
    if (next.number() == share.number() || tries == MOST_TRIES) {
      throw stale;
    }
    return next;
  }

  private static List<Waiting> held(List<Waiting> batch, GroupShare share) {
    List<Waiting> held = new ArrayList<>(batch.size());
    for (Waiting waiting : batch) {
      if (waiting.tenure().holdsIn(share)) {
        held.add(waiting);
      } else {
        waiting.done().fail(new FencedException());
      }
    }
    return held;
  }

  private void append(List<Waiting> batch, GroupShare share) throws LogUnavailableException {
    Timer.Sample sample = Timer.start();
    Set<Integer> partitions =
        batch.stream().map(waiting -> waiting.tenure().partition()).collect(Collectors.toSet());
    producer
        .send(batch.stream().map(this::record).toList())
        .forEach(place -> own.add(place.partition(), place.offset()));
    producer.commit(shares.positions(partitions), share.member());
    sample.stop(transactions);
  }

  private ProducerRecord<String, byte[]> record(Waiting waiting) {
    EventRecord event = waiting.event();
    Encoded encoded = codec.encode(event);
    return PartitionLog.record(
        Topics.EVENTS,
        waiting.tenure().partition(),
        event.workspace().value(),
        encoded.body(),
        Stamps.headers(encoded, Stamp.NONE.in(waiting.trace())));
  }

  @Override
  public void close() {
    producer.close();
  }
}
