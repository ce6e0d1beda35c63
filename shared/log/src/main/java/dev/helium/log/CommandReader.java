package dev.helium.log;

import dev.helium.log.CommandBatch.Received;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands commands over, partition by partition, and goes on polling meanwhile: neither taking a
 * partition nor handling its commands keeps the process from proving to its group that it lives.
 *
 * <p>Offsets are committed after the effect and are only a hint where to begin; what was decided is
 * known from the events.
 */
final class CommandReader extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(CommandReader.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long PAUSE_AFTER_FAILURE_MILLISECONDS = 500;

  private final LogSettings settings;
  private final String group;
  private final CommandHandler handler;
  private final UnreadableHandler unreadable;
  private final CommandRecords decoder = new CommandRecords();
  private final Promise<Void> ended = Promise.promise();
  private final Map<Integer, CommandQueue> queues = new TreeMap<>();
  private KafkaConsumer<String, byte[]> consumer;
  private volatile boolean stopping;

  CommandReader(
      LogSettings settings, String group, CommandHandler handler, UnreadableHandler unreadable) {
    this.settings = settings;
    this.group = group;
    this.handler = handler;
    this.unreadable = unreadable;
  }

  @Override
  public Future<?> start() {
    consumer = KafkaConsumer.create(vertx, settings.member(group));
    consumer.partitionsAssignedHandler(partitions -> numbers(partitions).forEach(this::assigned));
    consumer.partitionsRevokedHandler(partitions -> numbers(partitions).forEach(this::revoked));
    consumer.subscribe(Topics.COMMANDS).await();
    context.runOnContext(ignored -> read());
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    stopping = true;
    return ended.future().compose(ignored -> consumer.close());
  }

  private void assigned(int partition) {
    queues.put(partition, new CommandQueue(partition));
  }

  private void revoked(int partition) {
    if (queues.remove(partition) != null) {
      handler.give(partition);
    }
  }

  private void read() {
    while (!stopping) {
      try {
        KafkaConsumerRecords<String, byte[]> batch = consumer.poll(POLL).await();
        enqueue(batch);
        List.copyOf(queues.values()).forEach(this::work);
        regulate();
        commit();
      } catch (RuntimeException failure) {
        if (!stopping) {
          LOG.atError().setCause(failure).log("reading commands failed and is tried again");
          pause().await();
        }
      }
    }
    finish();
  }

  /** Lets the commands under way come to their end, and says how far they came. */
  private void finish() {
    try {
      Future.join(queues.values().stream().map(CommandQueue::work).toList())
          .otherwiseEmpty()
          .await();
      commit();
    } catch (RuntimeException failure) {
      LOG.atWarn().setCause(failure).log("the last offsets could not be committed");
    }
    Set.copyOf(queues.keySet()).forEach(this::revoked);
    ended.complete();
  }

  private void enqueue(KafkaConsumerRecords<String, byte[]> batch) {
    Map<Integer, Long> early = new HashMap<>();
    for (int index = 0; index < batch.size(); index++) {
      KafkaConsumerRecord<String, byte[]> record = batch.recordAt(index);
      CommandQueue queue = queues.get(record.partition());
      if (queue == null) {
        early.putIfAbsent(record.partition(), record.offset());
      } else {
        queue.add(record);
      }
    }
    // Of partitions that are not known as this process's yet, or not any more.
    early.forEach((partition, offset) -> tolerating(consumer.seek(partition(partition), offset)));
  }

  /** What fails because a partition has just gone to another process fails rightly. */
  private static boolean tolerating(Future<Void> change) {
    try {
      change.await();
      return true;
    } catch (IllegalStateException notAssigned) {
      LOG.atDebug().setCause(notAssigned).log("a partition is not assigned any more");
      return false;
    }
  }

  private void work(CommandQueue queue) {
    if (!queue.isIdle() || stopping) {
      return;
    }
    if (queue.isTaken() && !handler.owns(queue.partition())) {
      // Perhaps because it went to somebody else while this process was paused: then the group says
      // so with the next polls, and taking it back would only disturb the new owner.
      queue.taken(false);
      queue.does(pause());
    } else if (!queue.isTaken()) {
      take(queue);
    } else if (!queue.isEmpty()) {
      handle(queue);
    }
  }

  private void take(CommandQueue queue) {
    queue.does(
        here(handler.take(queue.partition()))
            .onSuccess(
                ignored -> {
                  queue.taken(true);
                  if (queues.get(queue.partition()) == queue) {
                    again(queue);
                  } else {
                    // It went to somebody else meanwhile.
                    handler.give(queue.partition());
                  }
                })
            .recover(failure -> tryAgain(queue, "a partition could not be taken", failure)));
  }

  private void handle(CommandQueue queue) {
    List<KafkaConsumerRecord<String, byte[]>> records = queue.next();
    queue.does(
        here(handle(queue.partition(), records))
            .onSuccess(
                ignored -> {
                  queue.handled(records);
                  again(queue);
                })
            .recover(failure -> tryAgain(queue, "commands could not be handled", failure)));
  }

  /** The same future, completed on this reader's thread. */
  private Future<Void> here(Future<Void> elsewhere) {
    Promise<Void> promise = Promise.promise();
    elsewhere.onComplete(
        result ->
            context.runOnContext(
                ignored -> {
                  if (result.succeeded()) {
                    promise.complete();
                  } else {
                    promise.fail(result.cause());
                  }
                }));
    return promise.future();
  }

  /** Once what was under way counts as done, without waiting for the next poll. */
  private void again(CommandQueue queue) {
    context.runOnContext(
        ignored -> {
          if (queues.get(queue.partition()) == queue) {
            work(queue);
          }
        });
  }

  private Future<Void> tryAgain(CommandQueue queue, String what, Throwable cause) {
    LOG.atWarn()
        .addKeyValue("partition", queue.partition())
        .addKeyValue("reason", cause.toString())
        .log("{} and will be tried again", what);
    return pause();
  }

  private Future<Void> handle(int partition, List<KafkaConsumerRecord<String, byte[]>> records) {
    List<Received> commands = new ArrayList<>();
    List<Future<Void>> aside = new ArrayList<>();
    for (KafkaConsumerRecord<String, byte[]> record : records) {
      try {
        commands.add(new Received(decoder.read(record.record()), record.offset()));
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

  private void regulate() {
    for (CommandQueue queue : queues.values()) {
      boolean pause = queue.wantsPause();
      TopicPartition partition = partition(queue.partition());
      if (pause != queue.isPaused()
          && tolerating(pause ? consumer.pause(partition) : consumer.resume(partition))) {
        queue.paused(pause);
      }
    }
  }

  private void commit() {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    for (CommandQueue queue : queues.values()) {
      long offset = queue.uncommitted();
      if (offset >= 0) {
        offsets.put(partition(queue.partition()), new OffsetAndMetadata(offset, ""));
        queue.committed(offset);
      }
    }
    if (!offsets.isEmpty()) {
      consumer
          .commit(offsets)
          .onFailure(
              failure ->
                  LOG.atWarn()
                      .addKeyValue("reason", failure.toString())
                      .log("offsets could not be committed; their commands may come again"));
    }
  }

  private Future<Void> pause() {
    return vertx.timer(PAUSE_AFTER_FAILURE_MILLISECONDS, TimeUnit.MILLISECONDS).mapEmpty();
  }

  private static TopicPartition partition(int number) {
    return new TopicPartition(Topics.COMMANDS, number);
  }

  private static Set<Integer> numbers(Set<TopicPartition> partitions) {
    return partitions.stream()
        .map(TopicPartition::getPartition)
        .collect(Collectors.toUnmodifiableSet());
  }
}
