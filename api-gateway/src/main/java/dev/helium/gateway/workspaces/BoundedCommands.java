package dev.helium.gateway.workspaces;

import dev.helium.domain.Command;
import dev.helium.gateway.guard.Places;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemException;
import dev.helium.wire.TraceParent;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commands on their way, in bounded number and for a bounded time; beyond that it is said so. */
public final class BoundedCommands implements Commands {
  private static final Logger LOG = LoggerFactory.getLogger(BoundedCommands.class);
  private static final int RETRY_SECONDS = 5;

  private final Commands log;
  private final Places places;
  private final Duration longest;

  public BoundedCommands(Commands log, Places places, Duration longest) {
    this.log = log;
    this.places = places;
    this.longest = longest;
  }

  @Override
  public Future<Void> append(Command command, TraceParent trace) {
    if (!places.take()) {
      return Future.failedFuture(
          Problem.unavailable("Too many requests are on their way already.", RETRY_SECONDS)
              .exception());
    }
    return log.append(command, trace)
        .onComplete(ignored -> places.leave())
        .timeout(longest.toMillis(), TimeUnit.MILLISECONDS)
        .recover(
            failure -> {
              if (failure instanceof ProblemException) {
                return Future.failedFuture(failure);
              }
              LOG.atWarn()
                  .addKeyValue("workspace", command.workspace())
                  .addKeyValue("command", command.id())
                  .addKeyValue("trace", trace.trace())
                  .setCause(failure)
                  .log("a command did not reach the log");
              return Future.failedFuture(
                  Problem.unavailable("The log cannot be reached.", RETRY_SECONDS).exception());
            });
  }
}
