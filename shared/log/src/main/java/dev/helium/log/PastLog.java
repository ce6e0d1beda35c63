package dev.helium.log;

import dev.helium.domain.Command;
import dev.helium.domain.EventRecord;
import dev.helium.wire.Topics;
import dev.helium.wire.UnreadableException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * All that was in the log when it was asked for, for a person who looks back. Changes nothing. For
 * one thread, which blocks; what takes too long ends with a {@link LogUnavailableException}.
 */
public final class PastLog implements AutoCloseable {
  private final CommandRecords commands = new CommandRecords();
  private final EventRecords events = new EventRecords();
  private final BoundedReader<String> reader;

  /**
   * Connects at the first question.
   *
   * @param longest that one reading may take
   */
  public PastLog(LogSettings settings, Duration longest) {
    this.reader = new BoundedReader<>(settings, new StringDeserializer(), longest);
  }

  /**
   * Hands over every command, those of one workspace in their order.
   *
   * @return how many could not be read and were passed over
   */
  public long commands(Consumer<Command> each) throws LogUnavailableException {
    return read(Topics.COMMANDS, record -> each.accept(commands.read(record)));
  }

  /**
   * Hands over every event, those of one workspace in their order.
   *
   * @return how many could not be read and were passed over
   */
  public long events(Consumer<EventRecord> each) throws LogUnavailableException {
    return read(Topics.EVENTS, record -> each.accept(events.read(record).record()));
  }

  @Override
  public void close() {
    reader.close();
  }

  private long read(String topic, Consumer<ConsumerRecord<String, byte[]>> each)
      throws LogUnavailableException {
    AtomicLong unreadable = new AtomicLong();
    reader.read(
        reader.ends(topic),
        record -> {
          try {
            each.accept(record);
          } catch (UnreadableException passedOver) {
            unreadable.incrementAndGet();
          }
        });
    return unreadable.get();
  }
}
