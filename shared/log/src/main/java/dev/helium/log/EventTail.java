package dev.helium.log;

import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Follows all events from given offsets on, for as long as the process lives. */
public final class EventTail {
  private final RecordReader reader;
  private final DeployedReader deployed;

  /**
   * @param from the next offset by partition; partitions not named begin at their beginning
   */
  public EventTail(
      Vertx vertx, LogSettings settings, Map<Integer, Long> from, EventHandler handler) {
    this(vertx, settings, from, handler, PassOver.uncounted());
  }

  /**
   * @param from the next offset by partition; partitions not named begin at their beginning
   */
  public EventTail(
      Vertx vertx,
      LogSettings settings,
      Map<Integer, Long> from,
      EventHandler handler,
      UnreadableHandler unreadable) {
    this.reader =
        new RecordReader(
            settings, Topics.EVENTS, allPartitions(), from, new EventDecoder(handler, unreadable));
    this.deployed = new DeployedReader(vertx, reader);
  }

  /** Completes when reading has begun. */
  public Future<Void> start() {
    return deployed.start();
  }

  /** Completes when all that was in the log at the start has been handled. */
  public Future<Void> caughtUp() {
    return reader.caughtUp();
  }

  /** Completes when reading has ended; fails when the log or the handler made it end. */
  public Future<Void> ended() {
    return reader.ended();
  }

  /** Events that are in the log and not handled. From any thread. */
  public long lag() {
    return reader.lag();
  }

  /** How long something has waited here without progress. From any thread. */
  public Duration standstill() {
    return reader.standstill();
  }

  public Future<Void> close() {
    return deployed.close();
  }

  /**
   * Reads what is in some partitions now, from the beginning, and stops.
   *
   * @param handler as for a tail
   */
  public static Future<Void> replay(
      Vertx vertx, LogSettings settings, Set<Integer> partitions, EventHandler handler) {
    Map<Integer, Long> beginnings = new HashMap<>();
    partitions.forEach(partition -> beginnings.put(partition, 0L));
    return replay(vertx, settings, beginnings, handler, PassOver.uncounted());
  }

  /** The same, from given offsets. */
  public static Future<Void> replay(
      Vertx vertx, LogSettings settings, Map<Integer, Long> from, EventHandler handler) {
    return replay(vertx, settings, from, handler, PassOver.uncounted());
  }

  /**
   * Reads what is in some partitions now, and stops. What is in transactions under way is waited
   * for until that is decided, as it hides what is behind it: up to half a minute when their owner
   * has died and nobody has taken its place.
   *
   * @param from the offset to begin at, for each partition that is read
   * @param handler as for a tail
   */
  public static Future<Void> replay(
      Vertx vertx,
      LogSettings settings,
      Map<Integer, Long> from,
      EventHandler handler,
      UnreadableHandler unreadable) {
    EventDecoder decoder = new EventDecoder(handler, unreadable);
    return Ends.of(vertx, settings, Topics.EVENTS, from.keySet())
        .compose(
            ends ->
                scan(
                    vertx,
                    new RecordReader(settings, Topics.EVENTS, from.keySet(), from, ends, decoder)));
  }

  /** Completes when all that was there at the start has been handled, and the reader is closed. */
  static Future<Void> scan(Vertx vertx, RecordReader reader) {
    DeployedReader deployed = new DeployedReader(vertx, reader);
    return deployed.start().compose(ignored -> reader.caughtUp().eventually(deployed::close));
  }

  static Set<Integer> allPartitions() {
    return IntStream.range(0, Topics.PARTITIONS).boxed().collect(Collectors.toUnmodifiableSet());
  }
}
