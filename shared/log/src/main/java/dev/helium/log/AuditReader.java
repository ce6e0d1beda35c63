package dev.helium.log;

import dev.helium.domain.AuditEntry;
import dev.helium.domain.WorkspaceId;
import dev.helium.wire.AuditCodec;
import dev.helium.wire.Topics;
import dev.helium.wire.UnreadableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads pages of the audit. For one thread, which blocks. */
final class AuditReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AuditReader.class);

  private final AuditCodec codec = new AuditCodec();
  private final BoundedReader<String> reader;

  /** Connects at the first question. */
  AuditReader(LogSettings settings, Duration longest) {
    this.reader = new BoundedReader<>(settings, new StringDeserializer(), longest);
  }

  AuditPage page(AuditQuery query) throws LogUnavailableException {
    Map<TopicPartition, Long> beginnings = reader.beginnings(Topics.AUDIT);
    Map<TopicPartition, Long> ends = reader.ends(Topics.AUDIT);
    List<AuditWindow> windows = new ArrayList<>();
    ends.forEach(
        (partition, end) -> {
          if (isLookedInto(partition.partition(), query)) {
            windows.add(window(partition.partition(), beginnings.get(partition), end, query));
          }
        });
    read(windows);
    return NewestFirst.page(windows, query);
  }

  @Override
  public void close() {
    reader.close();
  }

  /** What is about a workspace stands in one partition. */
  private static boolean isLookedInto(int partition, AuditQuery query) {
    return query.workspace().isEmpty()
        || Partitions.of(new WorkspaceId(query.workspace())) == partition;
  }

  private static AuditWindow window(int partition, long beginning, long end, AuditQuery query) {
    long top = Math.max(beginning, Math.min(end, query.after().offsets().get(partition)));
    long bottom = Math.max(beginning, top - query.window());
    return new AuditWindow(partition, bottom, top, bottom > beginning);
  }

  private void read(List<AuditWindow> windows) throws LogUnavailableException {
    Map<Integer, AuditWindow> byPartition = new HashMap<>();
    Map<TopicPartition, Long> from = new HashMap<>();
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (AuditWindow window : windows) {
      if (!window.isEmpty()) {
        TopicPartition partition = new TopicPartition(Topics.AUDIT, window.partition());
        byPartition.put(window.partition(), window);
        from.put(partition, window.bottom());
        ends.put(partition, window.top());
      }
    }
    if (!ends.isEmpty()) {
      reader.read(from, ends, record -> take(byPartition.get(record.partition()), record));
    }
  }

  private void take(AuditWindow window, ConsumerRecord<String, byte[]> record) {
    try {
      AuditEntry entry = Records.read(() -> codec.decode(Records.encoded(record)));
      window.take(record.offset(), entry);
    } catch (UnreadableException unreadable) {
      LOG.atWarn()
          .addKeyValue("partition", record.partition())
          .addKeyValue("offset", record.offset())
          .addKeyValue("reason", unreadable.getMessage())
          .log("an entry of the audit cannot be read and is left out");
    }
  }
}
