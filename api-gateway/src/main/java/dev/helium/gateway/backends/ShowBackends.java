package dev.helium.gateway.backends;

import dev.helium.domain.BackendDescription;
import dev.helium.domain.LifetimePolicy;
import dev.helium.gateway.http.Answers;
import dev.helium.gateway.http.KnownNames;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import dev.helium.gateway.identity.Authentication;
import dev.helium.view.PastRuns;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shows what backends there are, and what whoever asks can expect of each. */
public final class ShowBackends {
  private static final int RETRY_SECONDS = 1;

  private final Backends backends;
  private final PastRuns runs;
  private final LifetimePolicy lifetimes;

  /**
   * @param runs what the newest creations took
   * @param lifetimes by which is decided how long a workspace lives
   */
  public ShowBackends(Backends backends, PastRuns runs, LifetimePolicy lifetimes) {
    this.backends = backends;
    this.runs = runs;
    this.lifetimes = lifetimes;
  }

  /** All of them, by their names in order. */
  public void list(RoutingContext context) {
    List<Future<JsonObject>> asked =
        known().values().stream().map(backend -> json(context, backend)).toList();
    Future.all(asked)
        .map(all -> new JsonObject().put("Backends", new JsonArray(all.<JsonObject>list())))
        .onSuccess(body -> Answers.json(context, 200, body))
        .onFailure(context::fail);
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
    json(context, backend)
        .map(json -> new JsonObject().put("Backend", json.put("Page", backend.page())))
        .onSuccess(body -> Answers.json(context, 200, body))
        .onFailure(context::fail);
  }

  /** What the past does not tell is left out. */
  private Future<JsonObject> json(RoutingContext context, BackendDescription backend) {
    String owner = Authentication.identity(context).name();
    return runs.of(backend.name())
        .otherwise(List.of())
        .map(took -> BackendJson.of(backend, took, lifetimes.of(backend.name(), owner)));
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
