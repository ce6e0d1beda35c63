package dev.helium.log;

import dev.helium.wire.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.kafka.client.producer.KafkaWriteStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts records aside that cannot be read: whole, with where they stood, why, when and by whom.
 *
 * <p>For whoever owns the partition that they are in; other readers {@linkplain PassOver pass them
 * over}. Of a command it fails while the log takes no letter, so that the command comes again. Of
 * an event it never fails: the event stays where it is, and the next replay puts it aside.
 */
public final class DeadLetters implements UnreadableHandler {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final LogSettings settings;
  private final String service;
  private final InstantSource clock;
  private final UnreadableMeters meters;
  private final KnownLetters known;
  private final KafkaWriteStream<byte[], byte[]> producer;

  /**
   * @param service that puts aside, as letters name it
   */
  public DeadLetters(
      Vertx vertx,
      LogSettings settings,
      String service,
      InstantSource clock,
      MeterRegistry meters) {
    this.vertx = vertx;
    this.settings = settings;
    this.service = service;
    this.clock = clock;
    this.meters = UnreadableMeters.putAside(meters);
    this.known = new KnownLetters(settings);
    Map<String, Object> values = new HashMap<>(settings.producer());
    this.producer =
        KafkaWriteStream.create(
            vertx, values, new ByteArraySerializer(), new ByteArraySerializer());
    // Whoever puts aside hears of a failure through the future.
    producer.exceptionHandler(failure -> LOG.atDebug().log("a letter was not appended"));
  }

  @Override
  public Future<Void> handle(Unreadable unreadable) {
    return unreadable.place().topic().equals(Topics.EVENTS)
        ? once(unreadable).recover(failure -> leave(unreadable, failure))
        : put(unreadable);
  }

  public Future<Void> close() {
    return producer.close();
  }

  private Future<Void> once(Unreadable unreadable) {
    return vertx
        .executeBlocking(() -> known.has(unreadable.place()), false)
        .otherwise(false)
        .compose(
            isKnown ->
                isKnown
                    ? Future.succeededFuture()
                    : put(unreadable).onSuccess(ignored -> known.add(unreadable.place())));
  }

  private static Future<Void> leave(Unreadable unreadable, Throwable failure) {
    LOG.atError()
        .addKeyValue("place", unreadable.place())
        .addKeyValue("failure", failure.toString())
        .log("an event that cannot be read could not be put aside and is left to the next replay");
    return Future.succeededFuture();
  }

  private Future<Void> put(Unreadable unreadable) {
    Instant now = clock.instant();
    return key(unreadable.record())
        .compose(
            key ->
                send(unreadable, key, now, LeftOut.NOTHING)
                    .recover(failure -> smaller(failure, unreadable, key, now, LeftOut.BODY))
                    .recover(failure -> smaller(failure, unreadable, key, now, LeftOut.EVERYTHING)))
        .onSuccess(ignored -> noted(unreadable));
  }

  private Future<Void> smaller(
      Throwable failure, Unreadable unreadable, byte[] key, Instant now, LeftOut leftOut) {
    return failure instanceof RecordTooLargeException
        ? send(unreadable, key, now, leftOut)
        : Future.failedFuture(failure);
  }

  private Future<Void> send(Unreadable unreadable, byte[] key, Instant now, LeftOut leftOut) {
    return producer.send(LetterFormat.letter(unreadable, key, service, now, leftOut)).mapEmpty();
  }

  private void noted(Unreadable unreadable) {
    meters.count(unreadable);
    LOG.atWarn()
        .addKeyValue("place", unreadable.place())
        .addKeyValue("kind", unreadable.kind().word())
        .addKeyValue("reason", unreadable.reason())
        .log("put a record aside that cannot be read; ./helium dead-letters shows it");
  }

  /**
   * Readers take keys for text. One that is not, or may not be, plain text is looked at again where
   * it stands, so that the letter has its bytes.
   */
  private Future<byte[]> key(ConsumerRecord<String, byte[]> record) {
    if (record.key() == null) {
      return Future.succeededFuture();
    }
    byte[] text = record.key().getBytes(StandardCharsets.UTF_8);
    return StandardCharsets.US_ASCII.newEncoder().canEncode(record.key())
        ? Future.succeededFuture(text)
        : vertx.executeBlocking(() -> original(record, text), false);
  }

  private byte[] original(ConsumerRecord<String, byte[]> record, byte[] otherwise) {
    try (LetterReader reader = new LetterReader(settings, LONGEST_LOOK)) {
      return reader
          .at(Place.of(record).inKafka(), record.offset())
          .map(ConsumerRecord::key)
          .orElse(otherwise);
    } catch (LogUnavailableException failure) {
      return otherwise;
    }
  }
}
