package dev.helium.log;

import dev.helium.domain.Command;
import dev.helium.wire.CommandCodec;
import dev.helium.wire.Topics;
import dev.helium.wire.UnreadableException;
import dev.helium.wire.UnreadableKind;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;

/** Reads commands out of records. */
final class CommandRecords {
  private final CommandCodec codec = new CommandCodec();

  /**
   * The command, or an {@link UnreadableException} and no other. A command that stands where its
   * workspace does not belong is not read: whoever owns that partition must not decide it.
   */
  Command read(ConsumerRecord<String, byte[]> record) {
    return Records.read(
        () -> {
          Command command = codec.decode(Records.encoded(record));
          String workspace = command.workspace().value();
          if (!workspace.equals(record.key())) {
            throw new UnreadableException(
                UnreadableKind.WORKSPACE, "the key is not the workspace of the command");
          }
          if (record.partition() != partition(workspace.getBytes(StandardCharsets.UTF_8))) {
            throw new UnreadableException(
                UnreadableKind.WORKSPACE, "it stands in another partition than its workspace");
          }
          return command;
        });
  }

  /** As Kafka's own producers choose it. */
  static int partition(byte[] key) {
    return Utils.toPositive(Utils.murmur2(key)) % Topics.PARTITIONS;
  }
}
