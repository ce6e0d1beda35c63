package dev.helium.gateway.workspaces;

import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import dev.helium.view.Tenant;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;

/** The workspaces that live in the cluster which another one made. */
public final class Tenants {
  private static final int MOST_NAMED = 10;
  private static final int MOST_LISTED = 100;

  private Tenants() {}

  /** Who they are and until when, in one clause. */
  public static String named(List<Tenant> tenants) {
    String named =
        tenants.stream()
            .limit(MOST_NAMED)
            .map(tenant -> tenant.workspace() + " (until " + tenant.endsAt() + ")")
            .collect(Collectors.joining(", "));
    int more = tenants.size() - MOST_NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }

  /** Of many only the first by name. */
  public static JsonArray json(List<Tenant> tenants) {
    JsonArray list = new JsonArray();
    tenants.stream()
        .limit(MOST_LISTED)
        .forEach(
            tenant ->
                list.add(
                    new JsonObject()
                        .put("ID", tenant.workspace().value())
                        .put("Expiry", tenant.endsAt().toString())));
    return list;
  }

  static void requireNone(List<Tenant> tenants) {
    if (!tenants.isEmpty()) {
      throw Problem.of(
              ProblemKind.CONFLICT,
              "Other workspaces live in the cluster that it made: "
                  + named(tenants)
                  + ". Delete them first; at its expiry it goes by itself when they are gone.")
          .exception();
    }
  }
}
