package dev.helium.gateway.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * What every request has to pass, each in its order.
 *
 * @param ofAll whatever is asked for
 * @param beforeAuthentication where the contract asks for a token
 */
public record Guards(
    List<Handler<RoutingContext>> ofAll, List<Handler<RoutingContext>> beforeAuthentication) {
  public static final Guards NONE = new Guards(List.of(), List.of());

  public Guards {
    ofAll = List.copyOf(ofAll);
    beforeAuthentication = List.copyOf(beforeAuthentication);
  }
}
