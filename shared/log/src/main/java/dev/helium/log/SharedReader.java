package dev.helium.log;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.kafka.client.common.TopicPartition;
import io.vertx.kafka.client.consumer.KafkaConsumer;
import io.vertx.kafka.client.consumer.KafkaConsumerRecord;
import io.vertx.kafka.client.consumer.KafkaConsumerRecords;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over the records of a topic that a group shares, partition by partition, and goes on
 * polling meanwhile: neither taking a partition nor handling its records keeps the process from
 * proving to its group that it lives.
 *
 * <p>Offsets are committed after the effect and are only a hint where to begin: whoever takes the
 * records knows which ones it has seen to.
 */
final class SharedReader extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(SharedReader.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long PAUSE_AFTER_FAILURE_MILLISECONDS = 500;

  private static final int PAUSES_FOR_NAMESAKE = 60;

  /** Of the last one, when the log may be away. */
  private static final long LONGEST_COMMIT_SECONDS = 3;

  private final LogSettings settings;
  private final GroupShares shares;
  private final String topic;
  private final PartitionOwner owner;
  private final BatchHandler handler;
  private final OffsetCommits commits;
  private final Promise<Void> ended = Promise.promise();
  private final QueueGauge waiting = new QueueGauge();
  private final Map<Integer, RecordQueue> queues = new TreeMap<>();
  private volatile KafkaConsumer<String, byte[]> consumer;
  private volatile boolean stopping;

  /**
   * @param shares of the group whose member this is
   */
  SharedReader(
      LogSettings settings,
      GroupShares shares,
      String topic,
      PartitionOwner owner,
      BatchHandler handler) {
    this.settings = settings;
    this.shares = shares;
    this.topic = topic;
    this.owner = owner;
    this.handler = handler;
    this.commits = new OffsetCommits(topic);
  }

  @Override
  public Future<?> start() {
    join();
    context.runOnContext(ignored -> read());
    return Future.succeededFuture();
  }

  /** Records of partitions that are this process's and that are not handled. From any thread. */
  long lag() {
    return consumer == null ? 0 : waiting.records() + LogLag.of(consumer);
  }

  /** How long the partition that waits longest has waited without progress. From any thread. */
  Duration standstill() {
    return waiting.standstill();
  }

  private void join() {
    consumer =
        KafkaConsumer.create(
            vertx, new org.apache.kafka.clients.consumer.KafkaConsumer<>(settings.member(shares)));
    consumer.partitionsAssignedHandler(partitions -> numbers(partitions).forEach(this::assigned));
    consumer.partitionsRevokedHandler(partitions -> numbers(partitions).forEach(this::revoked));
    consumer.subscribe(topic).await();
  }

  @Override
  public Future<?> stop() {
    stopping = true;
    return ended.future().compose(ignored -> consumer.close());
  }

  private void assigned(int partition) {
    queues.put(partition, new RecordQueue(partition, System::nanoTime));
  }

  private void revoked(int partition) {
    if (queues.remove(partition) != null) {
      owner.give(partition);
    }
  }

  private void read() {
    while (!stopping) {
      try {
        KafkaConsumerRecords<String, byte[]> batch = consumer.poll(POLL).await();
        enqueue(batch);
        List.copyOf(queues.values()).forEach(this::work);
        regulate();
        waiting.note(queues.values());
        commits.nowAndThen(consumer, queues.values());
      } catch (FencedInstanceIdException namesake) {
        giveWay();
      } catch (RuntimeException failure) {
        if (!stopping) {
          LOG.atError().setCause(failure).log("reading {} failed and is tried again", topic);
          pause().await();
        }
      }
    }
    finish();
  }

  /** Leaves everything to a process of the same name, and looks again later. */
  private void giveWay() {
    LOG.atError()
        .addKeyValue("topic", topic)
        .addKeyValue("instance", settings.membership().instance())
        .log("another process has this one's name and takes its partitions");
    Set.copyOf(queues.keySet()).forEach(this::revoked);
    waiting.note(queues.values());
    consumer.close().otherwiseEmpty().await();
    for (int pause = 0; pause < PAUSES_FOR_NAMESAKE && !stopping; pause++) {
      pause().await();
    }
    if (!stopping) {
      join();
    }
  }

  /** Lets the records under way come to their end, and says how far they came. */
  private void finish() {
    try {
      Future.join(queues.values().stream().map(RecordQueue::work).toList())
          .otherwiseEmpty()
          .await();
      // Closing the consumer breaks off what it is still telling.
      commits
          .now(consumer, queues.values())
          .timeout(LONGEST_COMMIT_SECONDS, TimeUnit.SECONDS)
          .otherwiseEmpty()
          .await();
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
      RecordQueue queue = queues.get(record.partition());
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

  private void work(RecordQueue queue) {
    if (!queue.isIdle() || stopping) {
      return;
    }
    if (queue.isTaken() && !owner.owns(queue.partition())) {
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

  private void take(RecordQueue queue) {
    queue.does(
        here(owner.take(queue.partition()))
            .onSuccess(
                ignored -> {
                  queue.taken(true);
                  if (queues.get(queue.partition()) == queue) {
                    again(queue);
                  } else {
                    // It went to somebody else meanwhile.
                    owner.give(queue.partition());
                  }
                })
            .recover(failure -> tryAgain(queue, "a partition could not be taken", failure)));
  }

  private void handle(RecordQueue queue) {
    List<KafkaConsumerRecord<String, byte[]>> batch = queue.next();
    queue.does(
        here(handler.handle(queue.partition(), batch))
            .onSuccess(
                ignored -> {
                  queue.handled(batch);
                  shares.read(queue.partition(), batch.getLast().offset() + 1);
                  again(queue);
                })
            .recover(failure -> tryAgain(queue, "records could not be handled", failure)));
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
  private void again(RecordQueue queue) {
    context.runOnContext(
        ignored -> {
          if (queues.get(queue.partition()) == queue) {
            work(queue);
          }
        });
  }

  private Future<Void> tryAgain(RecordQueue queue, String what, Throwable cause) {
    LOG.atWarn()
        .addKeyValue("topic", topic)
        .addKeyValue("partition", queue.partition())
        .addKeyValue("reason", cause.toString())
        .log("{} and will be tried again", what);
    return pause();
  }

  private void regulate() {
    for (RecordQueue queue : queues.values()) {
      boolean pause = queue.wantsPause();
      TopicPartition partition = partition(queue.partition());
      if (pause != queue.isPaused()
          && tolerating(pause ? consumer.pause(partition) : consumer.resume(partition))) {
        queue.paused(pause);
      }
    }
  }

  private Future<Void> pause() {
    return vertx.timer(PAUSE_AFTER_FAILURE_MILLISECONDS, TimeUnit.MILLISECONDS).mapEmpty();
  }

  private TopicPartition partition(int number) {
    return new TopicPartition(topic, number);
  }

  private static Set<Integer> numbers(Set<TopicPartition> partitions) {
    return partitions.stream()
        .map(TopicPartition::getPartition)
        .collect(Collectors.toUnmodifiableSet());
  }
}
