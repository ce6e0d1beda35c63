package dev.helium.gateway.webhook.delivery;

import dev.helium.domain.webhook.EventFilter;
import dev.helium.gateway.context.OnContext;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through the events for what one webhook wants, from where it stands in each partition, as
 * long as there is room for what is found. For one event loop.
 */
final class Lookout {
  private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
  private static final int STRETCH = 200;
  private static final long PAUSE_MILLISECONDS = 1_000;

  private final Parts parts;
  private final long[] next;
  private final BitSet behind = new BitSet(Topics.PARTITIONS);
  private final Supplier<EventFilter> filter;
  private final IntSupplier room;
  private final Consumer<List<FoundEvent>> found;
  private boolean looking;
  private int last = Topics.PARTITIONS - 1;

  /**
   * @param from the first offset to look at, by partition
   * @param room for how many events there is room; 0 while nothing is to be found
   * @param found takes what was found of a stretch, also when it is nothing
   */
  Lookout(
      Parts parts,
      List<Long> from,
      Supplier<EventFilter> filter,
      IntSupplier room,
      Consumer<List<FoundEvent>> found) {
    this.parts = parts;
    this.next = from.stream().mapToLong(Long::longValue).toArray();
    this.filter = filter;
    this.room = room;
    this.found = found;
    behind.set(0, Topics.PARTITIONS);
  }

  /** The first offset that was not looked at, by partition. */
  List<Long> next() {
    return LongStream.of(next).boxed().toList();
  }

  /** There is something new in these partitions. */
  void wake(BitSet partitions) {
    behind.or(partitions);
    look();
  }

  /** Goes on where there is anything left and room for it. */
  void look() {
    if (looking || behind.isEmpty()) {
      return;
    }
    int most = Math.min(STRETCH, room.getAsInt());
    if (most <= 0) {
      return;
    }
    int partition = following();
    last = partition;
    if (next[partition] >= parts.source().next(partition)) {
      behind.clear(partition);
      look();
      return;
    }
    looking = true;
    Future<EventSource.Looked> looked =
        parts.source().look(filter.get(), partition, next[partition], most);
    if (looked.succeeded()) {
      take(partition, looked.result());
    } else {
      OnContext.of(parts.context(), looked)
          .onSuccess(result -> take(partition, result))
          .onFailure(this::lookLater);
    }
  }

  /** Each in its turn, so that one that is far behind holds up no other. */
  private int following() {
    int candidate = behind.nextSetBit(last + 1);
    return candidate < 0 ? behind.nextSetBit(0) : candidate;
  }

  private void take(int partition, EventSource.Looked result) {
    looking = false;
    next[partition] = Math.max(next[partition], result.next());
    found.accept(result.events());
    look();
  }

  private void lookLater(Throwable failure) {
    LOG.atWarn()
        .addKeyValue("failure", failure.toString())
        .log("events for a webhook could not be read and are read again");
    parts
        .vertx()
        .setTimer(
            PAUSE_MILLISECONDS,
            ignored -> {
              looking = false;
              look();
            });
  }
}
