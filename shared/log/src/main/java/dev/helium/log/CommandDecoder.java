package dev.helium.log;

import dev.helium.log.CommandBatch.Received;
import dev.helium.wire.UnreadableException;
import io.vertx.core.Future;
import io.vertx.kafka.client.consumer.KafkaConsumerRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Hands records over as the commands they encode, and those that encode none to be put aside. */
record CommandDecoder(CommandHandler handler, UnreadableHandler unreadable, CommandRecords decoder)
    implements BatchHandler {
  @Override
  public Future<Void> handle(int partition, List<KafkaConsumerRecord<String, byte[]>> records) {
    List<Received> commands = new ArrayList<>();
    List<Future<Void>> aside = new ArrayList<>();
    for (KafkaConsumerRecord<String, byte[]> record : records) {
      try {
        commands.add(
            new Received(
                decoder.read(record.record()),
                record.offset(),
                Records.trace(record.record()),
                Instant.ofEpochMilli(record.timestamp())));
      } catch (UnreadableException why) {
        aside.add(unreadable.handle(new Unreadable(record.record(), why)));
      }
    }
    return (aside.isEmpty() ? Future.<Void>succeededFuture() : Future.all(aside).<Void>mapEmpty())
        .compose(
            ignored ->
                commands.isEmpty()
                    ? Future.succeededFuture()
                    : handler.handle(new CommandBatch(partition, commands)));
  }
}
