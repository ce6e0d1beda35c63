package dev.helium.log;

import dev.helium.domain.WorkspaceId;
import dev.helium.domain.quota.Claim;
import dev.helium.log.RecordReader.RecordHandler;
import dev.helium.wire.ClaimCodec;
import dev.helium.wire.Encoded;
import dev.helium.wire.Topics;
import dev.helium.wire.UnreadableException;
import dev.helium.wire.UnreadableKind;
import io.vertx.core.Future;
import io.vertx.kafka.client.consumer.KafkaConsumerRecord;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims as records of a compacted topic: one for each under its key, and a mark for the partition,
 * which says how far its requests have been answered. Safe for any thread.
 */
final class ClaimRecords implements RecordHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ClaimRecords.class);

  /** No claim can have this key: there is no slash in it. */
  private static final String MARK = "*";

  private static final String ANSWERED = "helium_answered";
  private static final byte[] EMPTY = {};

  /** What a mark is to those who look for claims. */
  private static final Claim OF_MARKS = Claim.nothing("", new WorkspaceId("mark"));

  private static final ClaimCodec CODEC = new ClaimCodec();
  private final Map<String, Claim> claims = new ConcurrentHashMap<>();
  private volatile long answered = StandingClaims.NONE_ANSWERED;
  private volatile boolean damaged;

  /** The claim, or that there is none any more. */
  static ProducerRecord<String, byte[]> of(Claim claim) {
    int partition = Partitions.ofOwner(claim.owner());
    if (claim.isNothing()) {
      return new ProducerRecord<>(Topics.ADMISSIONS, partition, claim.key(), null);
    }
    Encoded encoded = CODEC.encode(claim);
    return PartitionLog.record(
        Topics.ADMISSIONS, partition, claim.key(), encoded.body(), encoded.headers());
  }

  static ProducerRecord<String, byte[]> mark(int partition, long answered) {
    return PartitionLog.record(
        Topics.ADMISSIONS, partition, MARK, EMPTY, Map.of(ANSWERED, Long.toString(answered)));
  }

  /** What a record says for somebody who looks for claims only; nothing when it is a mark. */
  static Claim read(Encoded encoded) {
    return encoded.headers().containsKey(ANSWERED) ? OF_MARKS : CODEC.decode(encoded);
  }

  /**
   * All that was read. Fails with an {@link UnreadableException} when nobody can tell which
   * requests have been answered: answering them again would make old ones happen.
   */
  StandingClaims standing() {
    if (damaged) {
      throw new UnreadableException(
          UnreadableKind.HEADER, "the mark of a partition of the admissions cannot be read");
    }
    return new StandingClaims(answered, claims);
  }

  @Override
  public Future<Void> handle(KafkaConsumerRecord<String, byte[]> record) {
    String key = Objects.requireNonNullElse(record.key(), "");
    if (record.record().value() == null) {
      claims.remove(key);
    } else if (key.equals(MARK)) {
      takeMark(Records.headers(record.record()));
    } else {
      take(key, record);
    }
    return Future.succeededFuture();
  }

  private void takeMark(Encoded headers) {
    try {
      answered = Long.parseLong(headers.headers().getOrDefault(ANSWERED, ""));
      damaged = false;
    } catch (NumberFormatException invalid) {
      damaged = true;
    }
  }

  private void take(String key, KafkaConsumerRecord<String, byte[]> record) {
    try {
      Claim claim = Records.read(() -> CODEC.decode(Records.encoded(record)));
      if (!claim.key().equals(key)) {
        throw new UnreadableException(UnreadableKind.HEADER, "the key is not that of the claim");
      }
      claims.put(key, claim);
    } catch (UnreadableException unreadable) {
      // What was said before is not the newest any more.
      claims.remove(key);
      LOG.atWarn()
          .addKeyValue("partition", record.partition())
          .addKeyValue("offset", record.offset())
          .addKeyValue("reason", unreadable.getMessage())
          .log("a claim cannot be read and is left out");
    }
  }
}
