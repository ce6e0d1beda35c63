package dev.helium.log;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.kafka.admin.KafkaAdminClient;
import io.vertx.kafka.admin.OffsetSpec;
import io.vertx.kafka.client.common.TopicPartition;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where partitions end, with all that is in them, also what is not committed yet. For readers of
 * what is committed a partition ends where the oldest transaction under way begins, whoever's it
 * is, and what others have committed behind that is not there yet.
 */
final class Ends {
  private Ends() {}

  /** The next offset of each partition; fails after at most 15 s. */
  static Future<Map<Integer, Long>> of(
      Vertx vertx, LogSettings settings, String topic, Set<Integer> partitions) {
    KafkaAdminClient client = KafkaAdminClient.create(vertx, settings.administration());
    Map<TopicPartition, OffsetSpec> latest =
        partitions.stream()
            .collect(
                Collectors.toMap(
                    partition -> new TopicPartition(topic, partition),
                    partition -> OffsetSpec.LATEST));
    return client
        .listOffsets(latest)
        .map(
            found ->
                found.entrySet().stream()
                    .collect(
                        Collectors.toUnmodifiableMap(
                            end -> end.getKey().getPartition(), end -> end.getValue().getOffset())))
        .eventually(client::close);
  }
}
