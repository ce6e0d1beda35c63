package dev.helium.log;

import dev.helium.domain.Command;
import dev.helium.wire.CommandCodec;
import dev.helium.wire.Topics;
import dev.helium.wire.UnreadableException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.kafka.client.common.TopicPartition;
import io.vertx.kafka.client.consumer.KafkaConsumer;
import io.vertx.kafka.client.consumer.KafkaConsumerRecord;
import io.vertx.kafka.client.consumer.KafkaConsumerRecords;
import io.vertx.kafka.client.consumer.OffsetAndMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands commands over, partition by partition, and commits offsets after the effect. */
final class CommandReader extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(CommandReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long PAUSE_AFTER_FAILURE_MILLISECONDS = 500;

  private final LogSettings settings;
  private final String group;
  private final CommandHandler handler;
  private final CommandCodec codec = new CommandCodec();
  private final Promise<Void> ended = Promise.promise();
  private final Set<Integer> assigned = new HashSet<>();
  private final Set<Integer> prepared = new HashSet<>();
  private KafkaConsumer<String, byte[]> consumer;
  private DeadLetters deadLetters;
  private volatile boolean stopping;

  CommandReader(LogSettings settings, String group, CommandHandler handler) {
    this.settings = settings;
    this.group = group;
    this.handler = handler;
  }

  @Override
  public Future<?> start() {
    deadLetters = new DeadLetters(vertx, settings);
    consumer = KafkaConsumer.create(vertx, settings.member(group));
    consumer.partitionsAssignedHandler(partitions -> assigned.addAll(numbers(partitions)));
    consumer.partitionsRevokedHandler(partitions -> revoke(numbers(partitions)));
    consumer.subscribe(Topics.COMMANDS).await();
    context.runOnContext(ignored -> read());
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    stopping = true;
    consumer.unwrap().wakeup();
    return ended
        .future()
        .compose(ignored -> consumer.close())
        .eventually(() -> deadLetters.close());
  }

  private void read() {
    while (!stopping) {
      try {
        KafkaConsumerRecords<String, byte[]> batch = consumer.poll(POLL).await();
        prepare();
        handle(batch);
      } catch (RuntimeException failure) {
        if (!stopping) {
          LOG.atError().setCause(failure).log("reading commands failed and is tried again");
          pause().await();
        }
      }
    }
    ended.complete();
  }

  private void prepare() {
    Set<Integer> unprepared = new HashSet<>(assigned);
    unprepared.removeAll(prepared);
    if (!unprepared.isEmpty()) {
      handler.assigned(Set.copyOf(unprepared)).await();
      prepared.addAll(unprepared);
      prepared.retainAll(assigned);
    }
  }

  private void revoke(Set<Integer> partitions) {
    assigned.removeAll(partitions);
    prepared.removeAll(partitions);
    handler.revoked(partitions);
  }

  private void handle(KafkaConsumerRecords<String, byte[]> batch) {
    Map<Integer, List<KafkaConsumerRecord<String, byte[]>>> byPartition = new TreeMap<>();
    for (int index = 0; index < batch.size(); index++) {
      KafkaConsumerRecord<String, byte[]> record = batch.recordAt(index);
      byPartition.computeIfAbsent(record.partition(), ignored -> new ArrayList<>()).add(record);
    }
    List<Future<Void>> partitions =
        byPartition.values().stream().map(records -> inOrder(records, 0)).toList();
    if (!partitions.isEmpty()) {
      Future.join(partitions).otherwiseEmpty().await();
    }
  }

  /** Commits what was handled also when a later record fails, and goes back to that one. */
  private Future<Void> inOrder(List<KafkaConsumerRecord<String, byte[]>> records, int next) {
    if (next == records.size()) {
      KafkaConsumerRecord<String, byte[]> last = records.get(next - 1);
      return commit(last, last.offset() + 1);
    }
    KafkaConsumerRecord<String, byte[]> record = records.get(next);
    return one(record)
        .transform(
            result ->
                result.succeeded() ? inOrder(records, next + 1) : goBackTo(record, result.cause()));
  }

  private Future<Void> one(KafkaConsumerRecord<String, byte[]> record) {
    Command command;
    try {
      command = codec.decode(Records.encoded(record));
    } catch (UnreadableException unreadable) {
      LOG.atWarn()
          .addKeyValue("partition", record.partition())
          .addKeyValue("offset", record.offset())
          .addKeyValue("reason", unreadable.getMessage())
          .log("put a command aside that cannot be read");
      return deadLetters.append(record, unreadable.getMessage());
    }
    return handler.handle(command, record.partition());
  }

  private Future<Void> goBackTo(KafkaConsumerRecord<String, byte[]> record, Throwable cause) {
    LOG.atWarn()
        .addKeyValue("partition", record.partition())
        .addKeyValue("offset", record.offset())
        .setCause(cause)
        .log("a command could not be handled and is tried again");
    return commit(record, record.offset())
        .compose(ignored -> consumer.seek(partition(record), record.offset()))
        .eventually(this::pause);
  }

  private Future<Void> commit(KafkaConsumerRecord<String, byte[]> record, long offset) {
    return consumer
        .commit(Map.of(partition(record), new OffsetAndMetadata(offset, "")))
        .<Void>mapEmpty()
        .onFailure(
            failure ->
                LOG.atWarn()
                    .addKeyValue("partition", record.partition())
                    .setCause(failure)
                    .log("an offset could not be committed; its commands will come again"));
  }

  private Future<Void> pause() {
    return vertx.timer(PAUSE_AFTER_FAILURE_MILLISECONDS, TimeUnit.MILLISECONDS).mapEmpty();
  }

  private static TopicPartition partition(KafkaConsumerRecord<String, byte[]> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  private static Set<Integer> numbers(Set<TopicPartition> partitions) {
    return partitions.stream()
        .map(TopicPartition::getPartition)
        .collect(Collectors.toUnmodifiableSet());
  }
}
