package dev.helium.log;

import dev.helium.wire.Topics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Shares the commands with every other process of a group, each partition having one owner. */
public final class CommandSubscription {
  private final SharedReader shared;
  private final DeployedReader reader;
  private final Supplier<Future<Void>> closing;

  /** Puts aside what cannot be read, in the name of the group, and does not count it. */
  public CommandSubscription(
      Vertx vertx, LogSettings settings, String group, CommandHandler handler) {
    this(
        vertx,
        settings,
        group,
        handler,
        new DeadLetters(
            vertx, settings, group, InstantSource.system(), new CompositeMeterRegistry()));
  }

  /**
   * @param deadLetters takes what cannot be read, and is closed with this
   */
  public CommandSubscription(
      Vertx vertx,
      LogSettings settings,
      String group,
      CommandHandler handler,
      DeadLetters deadLetters) {
    this.shared =
        new SharedReader(
            settings,
            new GroupShares(group),
            Topics.COMMANDS,
            handler,
            new CommandDecoder(handler, deadLetters, new CommandRecords()));
    this.reader = new DeployedReader(vertx, shared);
    this.closing = deadLetters::close;
  }

  /** Those of partitions that are this process's and that are not handled. From any thread. */
  public long lag() {
    return shared.lag();
  }

  /** How long something has waited here without progress. From any thread. */
  public Duration standstill() {
    return shared.standstill();
  }

  /** Completes when the process has asked to be given partitions. */
  public Future<Void> start() {
    return reader.start();
  }

  /** Ends after the commands under way. */
  public Future<Void> close() {
    return reader.close().eventually(closing);
  }
}
