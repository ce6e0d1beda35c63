package dev.helium.gateway.trial;

import dev.helium.domain.FieldError;
import dev.helium.domain.LifetimePolicy;
import dev.helium.gateway.aside.Aside;
import dev.helium.gateway.http.Answers;
import dev.helium.gateway.http.BodyReader;
import dev.helium.gateway.http.Contract;
import dev.helium.gateway.http.Limits;
import dev.helium.gateway.http.Numbers;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import dev.helium.log.LogSettings;
import dev.helium.log.LogUnavailableException;
import dev.helium.log.PastLog;
import dev.helium.log.PastTooLongException;
import dev.helium.log.PastTrial;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tries policies against all that is in the log, one at a time: each reads it from its beginning.
 * Changes nothing.
 */
public final class PolicyTrials {
  /** What is kept of so many fits beside the view into a small heap. */
  private static final long MOST_RECORDS = 200_000;

  private static final int MOST_LISTED = 500;
  private static final int LISTED = 100;
  private static final int RETRY_SECONDS = 10;
  private static final Limits LIMITS =
      new Limits(1024 * 1024, 256 * 1024, 8, Duration.ofSeconds(30), 4);

  /** Of the commands, and again of the events. */
  private static final Duration LONGEST_READ = Duration.ofSeconds(25);

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Vertx vertx;
  private final LogSettings log;
  private final LifetimePolicy otherwise;
  private final InstantSource clock;
  private final BodyReader bodies;
  private final Aside trials;

  /**
   * @param otherwise what counts where a policy says nothing
   */
  public PolicyTrials(Vertx vertx, LogSettings log, LifetimePolicy otherwise, InstantSource clock) {
    this.vertx = vertx;
    this.log = log;
    this.otherwise = otherwise;
    this.clock = clock;
    this.bodies = new BodyReader(vertx, LIMITS);
    this.trials =
        new Aside(
            vertx,
            "policy-trial",
            1,
            1,
            LONGEST,
            Problem.unavailable(
                "A policy is being tried already, and they are tried one at a time.",
                RETRY_SECONDS));
  }

  /** By operation id. */
  public Map<String, Handler<RoutingContext>> handlers(Contract contract) {
    List<String> fields = contract.properties("PolicyTrialRequest");
    return Map.of("tryPolicy", context -> handle(context, fields));
  }

  /** Ends the trial under way. */
  public Future<Void> close() {
    return trials.close();
  }

  private void handle(RoutingContext context, List<String> fields) {
    int limit = limit(context);
    bodies
        .read(context.request())
        .map(body -> new TrialForm(fields).policy(body))
        // A policy may have thousands of names.
        .compose(text -> vertx.executeBlocking(() -> text.read(otherwise), false))
        .compose(policy -> trials.run(() -> answer(policy, limit)))
        .onSuccess(body -> Answers.json(context, 200, body))
        .onFailure(context::fail);
  }

  private static int limit(RoutingContext context) {
    List<FieldError> errors = new ArrayList<>();
    long limit =
        Numbers.read("limit", context.queryParams().get("limit"), 1, MOST_LISTED, LISTED, errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).exception();
    }
    return (int) limit;
  }

  private JsonObject answer(LifetimePolicy policy, int limit) throws LogUnavailableException {
    try (PastLog past = new PastLog(log, LONGEST_READ)) {
      return TrialJson.of(PastTrial.of(past, policy::of, clock.instant(), MOST_RECORDS), limit);
    } catch (PastTooLongException tooLong) {
      throw Problem.of(
              ProblemKind.CONFLICT,
              "The log holds more than %d records, which is the most that is read here."
                      .formatted(tooLong.most())
                  + " ./helium policy-test FILE reads all of them.")
          .exception();
    }
  }
}
