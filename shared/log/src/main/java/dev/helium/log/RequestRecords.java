package dev.helium.log;

import dev.helium.domain.Command;
import dev.helium.log.RequestBatch.Requested;
import dev.helium.wire.CommandCodec;
import dev.helium.wire.Encoded;
import dev.helium.wire.TraceParent;
import dev.helium.wire.UnreadableException;
import dev.helium.wire.UnreadableKind;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads requests out of records. */
final class RequestRecords {
  private final CommandCodec codec = new CommandCodec();

  /**
   * The request, or an {@link UnreadableException} and no other. One that stands where its owner
   * does not belong is not read: whoever owns that partition must not count it.
   */
  Requested read(ConsumerRecord<String, byte[]> record) {
    return Records.read(
        () -> {
          Encoded encoded = Records.encoded(record);
          Command command = codec.decode(encoded);
          if (!(command.bare() instanceof Command.Admissible wanted)) {
            throw new UnreadableException(
                UnreadableKind.TYPE, "the command is not one that is admitted");
          }
          if (record.key() == null) {
            throw new UnreadableException(
                UnreadableKind.HEADER, "the key that names the owner is missing");
          }
          if (record.partition() != Partitions.ofOwner(record.key())) {
            throw new UnreadableException(
                UnreadableKind.HEADER, "it stands in another partition than its owner");
          }
          return new Requested(
              command, wanted, record.key(), record.offset(), TraceParent.of(encoded));
        });
  }
}
