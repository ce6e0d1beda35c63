package dev.helium.log;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The dead letters, for a person who deals with them. For one thread, which blocks; what takes too
 * long ends with a {@link LogUnavailableException}.
 */
public final class DeadLetterBox implements AutoCloseable {
  /** Letters that are listed at most. */
  private static final int MOST = 10_000;

  private final LetterReader reader;
  private final LetterWriter writer;
  private final InstantSource clock;

  /**
   * Connects at the first question.
   *
   * @param longest that reading may take
   */
  public DeadLetterBox(LogSettings settings, Duration longest, InstantSource clock) {
    this.reader = new LetterReader(settings, longest);
    this.writer = new LetterWriter(settings);
    this.clock = clock;
  }

  public Letters letters() throws LogUnavailableException {
    LetterScan scan = new LetterScan(MOST);
    Map<TopicPartition, Long> ends = reader.ends();
    if (ends.values().stream().anyMatch(end -> end > 0)) {
      reader.read(ends, scan::take);
    }
    return scan.letters();
  }

  /** Empty when the letter was too large to hold all of it, and its record is gone. */
  public Optional<LetterContent> content(DeadLetter letter) throws LogUnavailableException {
    Optional<ConsumerRecord<byte[], byte[]>> kept = reader.at(letter.box(), letter.boxOffset());
    return kept.filter(LetterFormat::isPartial).isPresent()
        ? original(letter)
        : kept.map(DeadLetterBox::held);
  }

  /** Appends the record of a letter to its topic again, or says why not. */
  public Redriving redrive(DeadLetter letter, Redrive.Options options)
      throws LogUnavailableException {
    return new Redrive(this, writer, clock).of(letter, options);
  }

  /** Notes that nothing is to be done about a letter any more. */
  public void drop(DeadLetter letter, String by, String why) throws LogUnavailableException {
    writer.write(MarkFormat.mark(letter, new Standing.Dropped(clock.instant(), by, why)));
  }

  @Override
  public void close() {
    reader.close();
    writer.close();
  }

  private Optional<LetterContent> original(DeadLetter letter) throws LogUnavailableException {
    Place place = letter.place();
    return reader
        .at(place.inKafka(), place.offset())
        .map(
            record ->
                new LetterContent(
                    record.key(), record.value(), List.of(record.headers().toArray())));
  }

  private static LetterContent held(ConsumerRecord<byte[], byte[]> kept) {
    return new LetterContent(
        kept.key(), kept.value(), OwnHeaders.ofLetter(kept.headers()).others());
  }
}
