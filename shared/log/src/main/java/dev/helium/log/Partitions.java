package dev.helium.log;

import dev.helium.domain.WorkspaceId;
import dev.helium.wire.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Which partition holds what: where Kafka's producers put records by their key. */
public final class Partitions {
  private Partitions() {}

  /** Of the commands, events and snapshots. */
  public static int of(WorkspaceId id) {
    return of(id.value());
  }

  /** Of the requests and admissions. */
  public static int ofOwner(String owner) {
    return of(owner);
  }

  static int of(String text) {
    byte[] key = text.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(key)) % Topics.PARTITIONS;
  }
}
