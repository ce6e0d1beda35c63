package dev.helium.deletion.append;

import dev.helium.deletion.Attempt;
import dev.helium.deletion.CommandSink;
import dev.helium.domain.Backoff;
import dev.helium.domain.Command;
import dev.helium.service.Turns;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends commands, each again after a failure for as long as it is wanted, with pauses up to five
 * seconds: their ids make a second one mean nothing. Everything belongs to the thread of the turns.
 */
public final class SteadyAppender {
  private static final Logger LOG = LoggerFactory.getLogger(SteadyAppender.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

  private final CommandSink commands;
  private final Turns turns;
  private final Consumer<String> failing;
  private final Runnable working;

  /**
   * @param failing told why when an append fails
   * @param working told when one succeeds
   */
  public SteadyAppender(
      CommandSink commands, Turns turns, Consumer<String> failing, Runnable working) {
    this.commands = commands;
    this.turns = turns;
    this.failing = failing;
    this.working = working;
  }

  /**
   * Begins to append a command.
   *
   * @param wanted asked before each further attempt
   * @param end run when it is in the log, or not wanted any more
   */
  public void append(Command command, BooleanSupplier wanted, Runnable end) {
    append(command, wanted, end, end);
  }

  /**
   * Begins to append a command.
   *
   * @param wanted asked before each further attempt
   * @param appended run when it is in the log
   * @param dropped run when it is not wanted any more
   */
  public void append(Command command, BooleanSupplier wanted, Runnable appended, Runnable dropped) {
    attempt(new Wish(command, wanted, appended, dropped), 0);
  }

  private record Wish(
      Command command, BooleanSupplier wanted, Runnable appended, Runnable dropped) {}

  private void attempt(Wish wish, int failures) {
    Attempt.of(() -> commands.append(wish.command()))
        .onComplete(
            result ->
                turns.soon(
                    () -> {
                      if (result.succeeded()) {
                        working.run();
                        wish.appended().run();
                      } else {
                        failed(wish, failures + 1, result.cause());
                      }
                    }));
  }

  private void failed(Wish wish, int failures, Throwable cause) {
    Duration pause = BACKOFF.pauseAfter(failures);
    failing.accept("the log does not take commands: " + cause.getClass().getSimpleName());
    LOG.atWarn()
        .addKeyValue("workspace", wish.command().workspace())
        .addKeyValue("command", wish.command().id())
        .addKeyValue("failures", failures)
        .addKeyValue("pause", pause)
        .addKeyValue("failure", cause.toString())
        .log("a command could not be appended and is appended again");
    turns.after(
        pause,
        () -> {
          if (wish.wanted().getAsBoolean()) {
            attempt(wish, failures);
          } else {
            wish.dropped().run();
          }
        });
  }
}
