package dev.helium.log;

import dev.helium.wire.Topics;
import dev.helium.wire.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * Appends commands again that were put aside.
 *
 * <p>Safe also when it happens twice, as when this process dies before the letter is marked: a
 * command that was decided before decides nothing.
 */
public final class Redrive {
  /** Says of a record that it was put aside, as {@code topic/partition/offset}. */
  static final String REDRIVEN_FROM = "helium_redriven_from";

  private static final String EVENT =
      "an event is never appended again: it would come after what happened later."
          + " Services that can read it find it in its place when they start;"
          + " if it is damaged, look at the workspace and send the command again that is missing."
          + " Then drop the letter";

  private final DeadLetterBox box;
  private final LetterWriter writer;
  private final InstantSource clock;
  private final CommandRecords commands = new CommandRecords();
  private final RequestRecords requests = new RequestRecords();

  Redrive(DeadLetterBox box, LetterWriter writer, InstantSource clock) {
    this.box = box;
    this.writer = writer;
    this.clock = clock;
  }

  /**
   * How to go about it.
   *
   * @param by who wants it
   * @param force also what still cannot be read, which will be put aside again
   * @param dryRun only look
   */
  public record Options(String by, boolean force, boolean dryRun) {}

  /** Whether it is of a kind that can be re-driven at all. */
  public static boolean isCommand(DeadLetter letter) {
    return letter.place().topic().equals(Topics.COMMANDS) || isRequest(letter.place().topic());
  }

  private static boolean isRequest(String topic) {
    return topic.equals(Topics.REQUESTS);
  }

  Redriving of(DeadLetter letter, Options options) throws LogUnavailableException {
    Optional<String> objection = objection(letter);
    if (objection.isPresent()) {
      return new Redriving.Refused(objection.get());
    }
    Optional<LetterContent> content = box.content(letter);
    if (content.isEmpty()) {
      return new Redriving.Refused("it was too large to be kept whole, and is gone from the log");
    }
    ProducerRecord<byte[], byte[]> record = record(letter, content.get());
    Optional<String> unreadable = unreadable(record);
    if (unreadable.isPresent() && !options.force()) {
      return new Redriving.Refused("it still cannot be read: " + unreadable.get());
    }
    if (options.dryRun()) {
      return new Redriving.Possible();
    }
    Place to = writer.write(record);
    writer.write(MarkFormat.mark(letter, new Standing.Redriven(clock.instant(), options.by(), to)));
    return new Redriving.Done(to);
  }

  private static Optional<String> objection(DeadLetter letter) {
    return switch (letter.standing()) {
      case Standing.Redriven redriven ->
          Optional.of(
              "it was re-driven before, by %s at %s, to %s"
                  .formatted(redriven.by(), redriven.at(), redriven.to()));
      case Standing.Dropped dropped ->
          Optional.of(
              "it was dropped, by %s at %s: %s"
                  .formatted(dropped.by(), dropped.at(), dropped.why()));
      case Standing.Waiting ignored -> isCommand(letter) ? Optional.empty() : Optional.of(EVENT);
    };
  }

  /** To where its key belongs, which need not be where it stood. */
  private static ProducerRecord<byte[], byte[]> record(DeadLetter letter, LetterContent content) {
    RecordHeaders headers = new RecordHeaders(content.originals());
    OwnHeaders.put(headers, REDRIVEN_FROM, letter.place().toString());
    return new ProducerRecord<>(
        letter.place().topic(),
        content.key() == null
            ? letter.place().partition()
            : CommandRecords.partition(content.key()),
        content.key(),
        content.value(),
        headers);
  }

  private Optional<String> unreadable(ProducerRecord<byte[], byte[]> record) {
    try {
      read(
          new ConsumerRecord<>(
              record.topic(),
              record.partition(),
              0,
              ConsumerRecord.NO_TIMESTAMP,
              TimestampType.NO_TIMESTAMP_TYPE,
              ConsumerRecord.NULL_SIZE,
              ConsumerRecord.NULL_SIZE,
              record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
              record.value(),
              record.headers(),
              Optional.empty()));
      return Optional.empty();
    } catch (UnreadableException unreadable) {
      return Optional.of(unreadable.getMessage());
    }
  }

  private void read(ConsumerRecord<String, byte[]> record) {
    if (isRequest(record.topic())) {
      requests.read(record);
    } else {
      commands.read(record);
    }
  }
}
