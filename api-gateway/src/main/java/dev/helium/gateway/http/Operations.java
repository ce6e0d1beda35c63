package dev.helium.gateway.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/**
 * What answers each operation of the contract.
 *
 * @param handlers by operation id
 */
public record Operations(Map<String, Handler<RoutingContext>> handlers) {
  public Operations {
    handlers = Map.copyOf(handlers);
  }
}
