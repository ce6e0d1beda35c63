package dev.helium.log;

import static dev.helium.log.LogFixture.ID;
import static dev.helium.log.LogFixture.PARTITION;
import static dev.helium.log.LogFixture.delete;
import static dev.helium.log.LogFixture.headers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.wire.CommandCodec;
import dev.helium.wire.Encoded;
import dev.helium.wire.Topics;
import dev.helium.wire.UnreadableException;
import dev.helium.wire.UnreadableKind;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

final class CommandRecordsTest {
  private final CommandRecords records = new CommandRecords();

  @Test
  void aCommandUnderItsWorkspaceIsRead() {
    assertThat(records.read(record(ID.value(), PARTITION))).isEqualTo(delete("one"));
  }

  @Test
  void aCommandUnderAnotherKeyIsNotRead() {
    assertThatThrownBy(() -> records.read(record("other", PARTITION)))
        .isInstanceOfSatisfying(
            UnreadableException.class,
            why -> assertThat(why.kind()).isEqualTo(UnreadableKind.WORKSPACE))
        .hasMessage("the key is not the workspace of the command");
    assertThatThrownBy(() -> records.read(record(null, PARTITION)))
        .hasMessage("the key is not the workspace of the command");
  }

  @Test
  void aCommandInAPartitionThatAnotherOwnsIsNotRead() {
    assertThatThrownBy(() -> records.read(record(ID.value(), (PARTITION + 1) % Topics.PARTITIONS)))
        .hasMessage("it stands in another partition than its workspace");
  }

  @Test
  void aFailureThatNobodyForesawIsAReasonWithoutItsMessage() {
    assertThatThrownBy(
            () ->
                Records.read(
                    () -> {
                      throw new IllegalStateException("hunter2");
                    }))
        .isInstanceOfSatisfying(
            UnreadableException.class,
            why -> assertThat(why.kind()).isEqualTo(UnreadableKind.UNEXPECTED))
        .hasMessage("reading it failed with a IllegalStateException");
  }

  private static ConsumerRecord<String, byte[]> record(String key, int partition) {
    Encoded encoded = new CommandCodec().encode(delete("one"));
    return new ConsumerRecord<>(
        Topics.COMMANDS,
        partition,
        7,
        ConsumerRecord.NO_TIMESTAMP,
        TimestampType.NO_TIMESTAMP_TYPE,
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        key,
        encoded.body(),
        new RecordHeaders(headers(encoded.headers())),
        Optional.empty());
  }
}
