package dev.helium.gateway.deadletter;

import dev.helium.gateway.http.BodyReader;
import dev.helium.gateway.http.Contract;
import dev.helium.gateway.http.Limits;
import dev.helium.log.LogSettings;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Dead letters as one part of a gateway. */
public final class DeadLetterOperations {
  private static final Limits LIMITS =
      new Limits(64 * 1024, 16 * 1024, 8, Duration.ofSeconds(10), 8);

  private final Vertx vertx;
  private final LetterDesk desk;

  public DeadLetterOperations(Vertx vertx, LogSettings log, InstantSource clock) {
    this.vertx = vertx;
    this.desk = new LetterDesk(vertx, log, clock);
  }

  /** By operation id. */
  public Map<String, Handler<RoutingContext>> handlers(Contract contract) {
    return Map.of(
        "listDeadLetters",
        new ListDeadLetters(desk),
        "getDeadLetter",
        new ShowDeadLetter(desk),
        "redriveDeadLetter",
        new RedriveDeadLetter(desk),
        "dropDeadLetter",
        new DropDeadLetter(
            desk, new BodyReader(vertx, LIMITS), contract.properties("DropRequest")));
  }

  public Future<Void> close() {
    return desk.close();
  }
}
