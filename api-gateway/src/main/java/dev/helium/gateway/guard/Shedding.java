package dev.helium.gateway.guard;

import dev.helium.gateway.guard.RequestRates.Kind;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.Sheds;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Turns changes away at once, before their body is read, when they could not be taken or are what
 * keeps reads waiting. Reads go on.
 */
public final class Shedding implements Handler<RoutingContext> {
  private static final int RETRY_SECONDS = 2;

  private final Places changes;
  private final LoopLag lag;
  private final Sheds sheds;

  public Shedding(Places changes, LoopLag lag, Sheds sheds) {
    this.changes = changes;
    this.lag = lag;
    this.sheds = sheds;
  }

  @Override
  public void handle(RoutingContext context) {
    if (Kind.of(context.request().method()) == Kind.READS) {
      context.next();
    } else if (changes.areTaken()) {
      refuse(context, Sheds.Reason.CHANGES, "Too many requests are on their way already.");
    } else if (lag.isBehind()) {
      refuse(context, Sheds.Reason.LAG, "The service is too busy for changes at present.");
    } else {
      context.next();
    }
  }

  private void refuse(RoutingContext context, Sheds.Reason reason, String detail) {
    sheds.count(reason);
    context.fail(Problem.unavailable(detail, RETRY_SECONDS).exception());
  }
}
