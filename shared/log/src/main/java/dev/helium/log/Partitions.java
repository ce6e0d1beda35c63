package dev.helium.log;

import dev.helium.domain.WorkspaceId;
import dev.helium.wire.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Which partition holds a workspace: where Kafka's producers put its records by their key. */
public final class Partitions {
  private Partitions() {}

  public static int of(WorkspaceId id) {
    byte[] key = id.value().getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(key)) % Topics.PARTITIONS;
  }
}
