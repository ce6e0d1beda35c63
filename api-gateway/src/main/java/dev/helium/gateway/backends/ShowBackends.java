package dev.helium.gateway.backends;

import dev.helium.domain.BackendDescription;
import dev.helium.gateway.http.Answers;
import dev.helium.gateway.http.KnownNames;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shows what backends there are. */
public final class ShowBackends {
  private static final int RETRY_SECONDS = 1;

  private final Backends backends;

  public ShowBackends(Backends backends) {
    this.backends = backends;
  }

  /** All of them, by their names in order. */
  public void list(RoutingContext context) {
    JsonArray list = new JsonArray();
    known().values().forEach(backend -> list.add(BackendJson.of(backend)));
    Answers.json(context, 200, new JsonObject().put("Backends", list));
  }

  /** The one that the path names. */
  public void get(RoutingContext context) {
    Map<String, BackendDescription> known = known();
    String name = context.pathParam("name");
    BackendDescription backend = known.get(name);
    if (backend == null) {
      throw Problem.of(ProblemKind.UNKNOWN, "There is no backend of that name" + which(name, known))
          .exception();
    }
    Answers.json(
        context,
        200,
        new JsonObject().put("Backend", BackendJson.of(backend).put("Page", backend.page())));
  }

  private Map<String, BackendDescription> known() {
    return new TreeMap<>(
        backends
            .known()
            .orElseThrow(
                () ->
                    Problem.unavailable(
                            "What backends there are has not been read yet.", RETRY_SECONDS)
                        .exception()));
  }

  private static String which(String name, Map<String, BackendDescription> known) {
    return KnownNames.nearest(name, List.copyOf(known.keySet()))
        .map(nearest -> "; did you mean \"" + nearest + "\"?")
        .orElse(".");
  }
}
