package dev.helium.gateway;

import dev.helium.gateway.deadletter.DeadLetterOperations;
import dev.helium.gateway.http.Contract;
import dev.helium.gateway.trial.PolicyTrials;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** What those who run Helium ask of the log itself. */
record PastOperations(DeadLetterOperations letters, PolicyTrials trials) {
  static PastOperations of(Vertx vertx, GatewaySettings settings, InstantSource clock) {
    return new PastOperations(
        new DeadLetterOperations(vertx, settings.log(), clock),
        new PolicyTrials(vertx, settings.log(), settings.beforePolicy(), clock));
  }

  Map<String, Handler<RoutingContext>> handlers(Contract contract) {
    Map<String, Handler<RoutingContext>> handlers = new HashMap<>(letters.handlers(contract));
    handlers.putAll(trials.handlers(contract));
    return handlers;
  }

  Future<Void> close() {
    return trials.close().eventually(letters::close);
  }
}
