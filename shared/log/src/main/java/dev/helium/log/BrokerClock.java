package dev.helium.log;

import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.kafka.client.producer.KafkaProducer;
import io.vertx.kafka.client.producer.KafkaProducerRecord;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What time the broker has. */
public final class BrokerClock {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerClock.class);

  /** A broker that stamped nothing would give this one back, and be off by decades. */
  private static final long UNSTAMPED = 0L;

  private static final int PARTITION = 0;

  private final Vertx vertx;
  private final LogSettings settings;
  private final KafkaProducer<String, byte[]> producer;
  private volatile boolean isThere;

  public BrokerClock(Vertx vertx, LogSettings settings) {
    this.vertx = vertx;
    this.settings = settings;
    this.producer = KafkaProducer.create(vertx, settings.producer());
    producer.exceptionHandler(
        failure -> LOG.atDebug().addKeyValue("topic", Topics.CLOCK).log("nothing was stamped"));
  }

  /**
   * Completes with the instant, to the millisecond, at which the leader of the topic took a record
   * that was sent after this call; fails after at most 25 s when it takes none.
   */
  public Future<Instant> ask() {
    return present()
        .compose(
            ignored ->
                producer.send(
                    KafkaProducerRecord.create(
                        Topics.CLOCK, null, new byte[0], UNSTAMPED, PARTITION)))
        .map(taken -> Instant.ofEpochMilli(taken.getTimestamp()));
  }

  public Future<Void> close() {
    return producer.close();
  }

  /** A record sent to a topic that is missing would make it, without the setting that matters. */
  private Future<Void> present() {
    return isThere
        ? Future.succeededFuture()
        : TopicAdministration.ensure(vertx, settings).onSuccess(ignored -> isThere = true);
  }
}
