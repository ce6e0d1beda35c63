package dev.helium.log;

import dev.helium.domain.Backoff;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the newest record of each key of a compacted topic. A log that cannot be reached is tried
 * again, with pauses and without limit; what was known stays known meanwhile.
 */
public final class KeyedFollower<T> {
  private static final Logger LOG = LoggerFactory.getLogger(KeyedFollower.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

  private final Vertx vertx;
  private final LogSettings settings;
  private final KeyedTopic<T> topic;
  private final Runnable changed;
  private final AtomicInteger failures = new AtomicInteger();
  private final List<Awaited> awaited = new CopyOnWriteArrayList<>();
  private volatile NewestRecords<T> known;
  private volatile boolean closed;
  private volatile TopicAdministration topics;
  private volatile Future<DeployedReader> reading = Future.failedFuture("never started");

  /** Somebody who waits until a record counts here. */
  private record Awaited(Place place, Promise<Void> promise) {}

  /**
   * Nothing is read before the start.
   *
   * @param changed called after each change, on a thread of its own; has to return at once
   */
  public KeyedFollower(Vertx vertx, LogSettings settings, KeyedTopic<T> topic, Runnable changed) {
    this.vertx = vertx;
    this.settings = settings;
    this.topic = topic;
    this.changed = changed;
  }

  /** Returns at once. */
  public void start() {
    follow();
  }

  /** The records by their key; empty before the topic was read to its end for the first time. */
  public Optional<Map<String, T>> records() {
    return Optional.ofNullable(known).map(NewestRecords::all);
  }

  /** The record of a key; empty when there is none, and before the topic was read to its end. */
  public Optional<T> find(String key) {
    return Optional.ofNullable(known).flatMap(records -> records.find(key));
  }

  /** Completes when the record of a place, and all before it, count here; has no limit of time. */
  public Future<Void> reached(Place place) {
    Awaited one = new Awaited(place, Promise.promise());
    awaited.add(one);
    complete(known);
    return one.promise().future();
  }

  /** Completes when all that is in the topic now counts here; has no limit of time. */
  public Future<Void> upToNow() {
    return TopicEnds.of(vertx, settings, topic.name())
        .compose(
            ends ->
                Future.all(
                    ends.entrySet().stream()
                        .filter(end -> end.getValue() > 0)
                        .map(end -> new Place(topic.name(), end.getKey(), end.getValue() - 1))
                        .map(this::reached)
                        .toList()))
        .mapEmpty();
  }

  /** Reads what is in the topic now. */
  static <T> Future<Map<String, T>> read(Vertx vertx, LogSettings settings, KeyedTopic<T> topic) {
    NewestRecords<T> records = new NewestRecords<>(topic, ignored -> {});
    return EventTail.scan(vertx, reader(settings, topic, records)).map(ignored -> records.all());
  }

  /** Completes when nothing is read any more. */
  public Future<Void> close() {
    closed = true;
    awaited.forEach(one -> one.promise().tryFail("nothing is read any more"));
    awaited.clear();
    Optional.ofNullable(topics).ifPresent(TopicAdministration::giveUp);
    return reading.compose(DeployedReader::close).otherwiseEmpty();
  }

  /** From the beginning each time: it is short, and what was removed meanwhile is not there. */
  private void follow() {
    if (closed) {
      return;
    }
    NewestRecords<T> records = new NewestRecords<>(topic, this::tell);
    RecordReader reader = reader(settings, topic, records);
    DeployedReader deployed = new DeployedReader(vertx, reader);
    topics = new TopicAdministration(vertx, settings);
    reading = topics.ensure().compose(ignored -> deployed.start()).map(deployed);
    reading
        .onSuccess(ignored -> reader.caughtUp().onSuccess(reached -> reached(records)))
        .compose(ignored -> reader.ended())
        .onFailure(this::beginAgain);
  }

  private void reached(NewestRecords<T> records) {
    failures.set(0);
    known = records;
    tell(records);
  }

  private void tell(NewestRecords<T> records) {
    if (records == known) {
      complete(records);
      changed.run();
    }
  }

  private void complete(NewestRecords<T> records) {
    if (records == null) {
      return;
    }
    List<Awaited> reached = awaited.stream().filter(one -> records.includes(one.place())).toList();
    awaited.removeAll(reached);
    reached.forEach(one -> one.promise().tryComplete());
  }

  private void beginAgain(Throwable failure) {
    if (closed) {
      return;
    }
    Duration pause = BACKOFF.pauseAfter(failures.incrementAndGet());
    LOG.atWarn()
        .addKeyValue("topic", topic.name())
        .addKeyValue("pause", pause)
        .addKeyValue("failure", failure.toString())
        .log("following a topic is interrupted and begins again");
    reading.onSuccess(DeployedReader::close);
    vertx.timer(pause.toMillis(), TimeUnit.MILLISECONDS).onSuccess(ignored -> follow());
  }

  private static <T> RecordReader reader(
      LogSettings settings, KeyedTopic<T> topic, NewestRecords<T> records) {
    return new RecordReader(settings, topic.name(), EventTail.allPartitions(), Map.of(), records);
  }
}
