package dev.helium.log;

import dev.helium.domain.LedgerEntry;
import dev.helium.log.RecordReader.RecordHandler;
import dev.helium.wire.LedgerCodec;
import dev.helium.wire.UnreadableException;
import io.vertx.core.Future;
import io.vertx.kafka.client.consumer.KafkaConsumerRecord;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest entry of each key among the records read so far. Safe for any thread. */
final class LedgerEntries implements RecordHandler {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerEntries.class);

  private final LedgerCodec codec = new LedgerCodec();
  private final Map<String, LedgerEntry> entries = new ConcurrentHashMap<>();

  Map<String, LedgerEntry> all() {
    return Map.copyOf(entries);
  }

  @Override
  public Future<Void> handle(KafkaConsumerRecord<String, byte[]> record) {
    String key = Objects.requireNonNullElse(record.key(), "");
    if (record.record().value() == null) {
      entries.remove(key);
      return Future.succeededFuture();
    }
    try {
      entries.put(key, Records.read(() -> codec.decode(Records.encoded(record))));
    } catch (UnreadableException unreadable) {
      // What was said before is not the newest any more.
      entries.remove(key);
      LOG.atWarn()
          .addKeyValue("reason", unreadable.getMessage())
          .log("an entry of the ledger cannot be read and is left out");
    }
    return Future.succeededFuture();
  }
}
