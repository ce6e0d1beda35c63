package dev.helium.gateway.signin;

import dev.helium.gateway.http.BodyReader;
import dev.helium.gateway.http.Limits;
import dev.helium.gateway.http.Submitted;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What a form brought. */
record Sent(Map<String, String> fields) {
  private static final Limits SMALL =
      new Limits(16 * 1024, 8 * 1024, 8, Duration.ofSeconds(10), 64);

  Sent {
    fields = Map.copyOf(fields);
  }

  /** Empty when it is not there, or no text. */
  String get(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Names what was sent; of several of one name, the last. */
  private static Sent of(Submitted.Body body) {
    Map<String, String> fields = new HashMap<>();
    for (Submitted each : body.fields()) {
      if (each instanceof Submitted.Text(String name, String value)) {
        fields.put(name, value);
      }
    }
    return new Sent(fields);
  }

  /** Reads forms, a bounded number at once. */
  static final class Reader {
    private final BodyReader bodies;

    Reader(Vertx vertx) {
      this.bodies = new BodyReader(vertx, SMALL);
    }

    /** Fails with a problem when it cannot be read. */
    Future<Sent> read(RoutingContext context) {
      return bodies.read(context.request()).map(Sent::of);
    }
  }

  @Override
  public String toString() {
    return "Sent" + fields.keySet();
  }
}
