package dev.helium.gateway.guard;

import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.Sheds;
import dev.helium.gateway.identity.Authentication;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Lets each name ask so often: reads and changes are counted apart. */
public final class RequestRates {
  /** What is counted apart. */
  public enum Kind {
    READS,
    CHANGES;

    static Kind of(HttpMethod method) {
      return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD) ? READS : CHANGES;
    }
  }

  private final Map<Kind, RateLimit> limits = new EnumMap<>(Kind.class);
  private final Sheds sheds;

  /**
   * @param rates a kind that is missing is not limited
   * @param clock monotonic, in nanoseconds
   */
  public RequestRates(Map<Kind, Rate> rates, Sheds sheds, LongSupplier clock) {
    this.sheds = sheds;
    rates.forEach((kind, rate) -> limits.put(kind, limit(kind, rate, clock)));
  }

  /** Takes note that somebody was let in; throws a problem when that is too often. */
  public void admitted(RoutingContext context) {
    RateLimit limit = limits.get(Kind.of(context.request().method()));
    if (limit == null) {
      return;
    }
    Optional<Problem> refusal =
        limit.take(Authentication.identity(context).name(), context.response());
    if (refusal.isPresent()) {
      sheds.count(Sheds.Reason.RATE);
      throw refusal.get().exception();
    }
  }

  private static RateLimit limit(Kind kind, Rate rate, LongSupplier clock) {
    String word = kind.name().toLowerCase(Locale.ROOT);
    return new RateLimit(
        word,
        "There were too many " + word + " under this name; Retry-After says when there is room.",
        rate,
        clock);
  }
}
