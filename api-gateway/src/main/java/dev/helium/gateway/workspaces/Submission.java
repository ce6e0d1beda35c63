package dev.helium.gateway.workspaces;

import dev.helium.domain.Command;
import dev.helium.domain.Decision;
import dev.helium.view.UsedKeys;
import dev.helium.view.WorkspaceViews;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands commands on and waits for what is decided about them. */
public final class Submission {
  private static final Logger LOG = LoggerFactory.getLogger(Submission.class);

  private final Commands commands;
  private final WorkspaceViews views;
  private final UsedKeys keys;
  private final CaughtUp caughtUp;
  private final InstantSource clock;

  public Submission(
      Commands commands,
      WorkspaceViews views,
      UsedKeys keys,
      CaughtUp caughtUp,
      InstantSource clock) {
    this.commands = commands;
    this.views = views;
    this.keys = keys;
    this.caughtUp = caughtUp;
    this.clock = clock;
  }

  /**
   * The decision; empty when there is none in time. A refusal, a key that stands for another
   * request, and a log that cannot be reached are problems.
   */
  Future<Optional<Decision.Accepted>> submit(Command command, RequestKey key, Duration longest) {
    return claim(key)
        .compose(ignored -> commands.append(command, key.trace()))
        .compose(
            ignored ->
                views
                    .decided(command, longest)
                    .otherwise(failure -> unknown(command, key, failure)))
        .map(decision -> decision.map(Submission::accepted));
  }

  private Future<Void> claim(RequestKey key) {
    if (key.keyed().isEmpty()) {
      return Future.succeededFuture();
    }
    caughtUp.require();
    return keys.claim(key.keyed().get(), clock.instant())
        .compose(
            own ->
                own
                    ? Future.succeededFuture()
                    : Future.failedFuture(RequestKey.taken().exception()));
  }

  /** The command is on its way all the same, so nothing else would be true. */
  private static Optional<Decision> unknown(Command command, RequestKey key, Throwable failure) {
    LOG.atWarn()
        .addKeyValue("workspace", command.workspace())
        .addKeyValue("command", command.id())
        .addKeyValue("trace", key.trace().trace())
        .setCause(failure)
        .log("a decision could not be looked up");
    return Optional.empty();
  }

  private static Decision.Accepted accepted(Decision decision) {
    return switch (decision) {
      case Decision.Accepted accepted -> accepted;
      case Decision.Refused refused -> throw Refusals.problem(refused.refusal()).exception();
    };
  }
}
