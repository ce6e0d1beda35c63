package dev.helium.gateway.http;

import dev.helium.domain.FieldError;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import java.util.List;

/**
 * Refuses parameters that an operation does not have: a mistyped one would be passed over, and the
 * answer would be another than was asked for.
 */
record KnownParameters(KnownNames names) implements Handler<RoutingContext> {
  static KnownParameters of(Operation operation) {
    return new KnownParameters(
        KnownNames.ofParameters(
            operation.getParameters().stream()
                .filter(parameter -> parameter.getIn() == Location.QUERY)
                .map(Parameter::getName)
                .toList()));
  }

  @Override
  public void handle(RoutingContext context) {
    List<FieldError> errors =
        context.queryParams().names().stream()
            .filter(name -> !names.knows(name))
            .map(name -> new FieldError(KnownNames.shown(name), names.rule(name)))
            .toList();
    if (errors.isEmpty()) {
      context.next();
    } else {
      context.fail(Problem.invalid(errors).exception());
    }
  }
}
