package dev.helium.gateway.identity;

import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;

/** Who proved their name and was not let in all the same; for the record. */
public record Rejected(String name, Means means) {
  private static final String KEY = "helium.rejected";

  public Rejected {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(means, "means");
  }

  static void put(RoutingContext context, Rejected rejected) {
    context.put(KEY, rejected);
  }

  /** Empty when that is not why a request was turned away. */
  public static Optional<Rejected> in(RoutingContext context) {
    return Optional.ofNullable(context.get(KEY));
  }
}
