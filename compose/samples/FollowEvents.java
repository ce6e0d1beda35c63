import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Prints each event of Helium on a line, straight from Kafka: where it stands, its type, its
 * workspace, its number among those of its source, and what it says.
 *
 * <p>The first argument is a broker, the second {@code beginning} or {@code now}. Which offsets it
 * has come to, a program of yours keeps with what it does about them; then it can be ended at any
 * time.
 */
public final class FollowEvents {
  private static final String TOPIC = "helium.events";

  public static void main(String[] arguments) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            arguments[0],
            "enable.auto.commit",
            "false",
            // What an owner of a partition wrote after it lost it is aborted, and has never
            // happened.
            "isolation.level",
            "read_committed");
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      if (arguments[1].equals("beginning")) {
        consumer.seekToBeginning(partitions);
      } else {
        consumer.seekToEnd(partitions);
      }
      while (true) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          System.out.println(
              "%d/%d %s %s %s %s"
                  .formatted(
                      record.partition(),
                      record.offset(),
                      header(record, "ce_type"),
                      record.key(),
                      header(record, "ce_sequence"),
                      record.value() == null
                          ? ""
                          : new String(record.value(), StandardCharsets.UTF_8)));
        }
      }
    }
  }

  /** A type that is not known is to be passed over, and not to end the program: more may come. */
  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? "-"
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
