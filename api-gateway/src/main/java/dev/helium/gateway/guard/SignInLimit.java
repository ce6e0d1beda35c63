package dev.helium.gateway.guard;

import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.RemoteHost;
import dev.helium.gateway.http.Sheds;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keeps tokens from being guessed at speed: so many failed sign-ins are answered to one host, and
 * those on top are refused without a look at the token, right or wrong. Comes before
 * authentication.
 *
 * <p>A token that was right before is let through all the same: behind a proxy everybody comes from
 * one host, and somebody who guesses must not lock the others out.
 */
public final class SignInLimit implements Handler<RoutingContext>, SignInAttempts {
  private static final int MOST_TOKENS = 5_000;
  private static final int UNAUTHORIZED = 401;
  private static final String TAKEN = "helium.sign-in";

  private final RateLimit failures;
  private final SeenTokens right = new SeenTokens(MOST_TOKENS);
  private final Sheds sheds;

  /**
   * @param rate of failures of one host
   * @param clock monotonic, in nanoseconds
   */
  public SignInLimit(Rate rate, Sheds sheds, LongSupplier clock) {
    this.failures =
        new RateLimit("sign-ins", "Too many sign-ins from this host have failed.", rate, clock);
    this.sheds = sheds;
  }

  @Override
  public void handle(RoutingContext context) {
    String credentials = context.request().getHeader("authorization");
    Optional<Problem> refusal =
        credentials == null ? Optional.empty() : begin(context, credentials);
    if (refusal.isPresent()) {
      context.fail(refusal.get().exception());
    } else {
      context.next();
    }
  }

  /** Beforehand, so that guesses sent at once are no way around. */
  @Override
  public Optional<Problem> begin(RoutingContext context, String credentials) {
    if (right.contains(credentials)) {
      return Optional.empty();
    }
    String host = RemoteHost.of(context.request().remoteAddress());
    Optional<Problem> refusal = failures.take(host, context.response());
    if (refusal.isPresent()) {
      sheds.count(Sheds.Reason.SIGN_IN);
    } else {
      context.put(TAKEN, new Attempt(host, credentials));
      context.addEndHandler(ended -> end(context));
    }
    return refusal;
  }

  @Override
  public void admitted(RoutingContext context) {
    giveBack(context)
        .ifPresent(
            attempt -> {
              right.add(attempt.credentials());
              context.response().headers().remove("ratelimit").remove("ratelimit-policy");
            });
  }

  @Override
  public void failed(RoutingContext context) {
    context.remove(TAKEN);
  }

  /** What nobody could tell yet, or who is known and has no role, is no guess. */
  private void end(RoutingContext context) {
    if (context.response().getStatusCode() != UNAUTHORIZED) {
      giveBack(context);
    }
  }

  private Optional<Attempt> giveBack(RoutingContext context) {
    Optional<Attempt> attempt = Optional.ofNullable(context.remove(TAKEN));
    attempt.ifPresent(taken -> failures.giveBack(taken.host()));
    return attempt;
  }

  private record Attempt(String host, String credentials) {}
}
