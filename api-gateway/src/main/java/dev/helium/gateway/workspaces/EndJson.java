package dev.helium.gateway.workspaces;

import dev.helium.domain.Protection;
import dev.helium.domain.Workspace;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/** What is settled about the end of a workspace beside its expiry, in the words of the API. */
final class EndJson {
  private EndJson() {}

  /** Empty when nobody protects it. */
  static Optional<JsonObject> protection(Workspace workspace) {
    Protection protection = workspace.terms().protection();
    return protection.equals(Protection.NONE)
        ? Optional.empty()
        : Optional.of(
            new JsonObject()
                .put("Until", protection.until().toString())
                .put("By", protection.by())
                .put("Why", protection.why()));
  }

  /** Empty when it was not announced that it ends soon. */
  static Optional<JsonObject> expiringSoon(Workspace workspace) {
    Duration lead = workspace.terms().announced();
    return lead.isZero() || !workspace.exists()
        ? Optional.empty()
        : Optional.of(
            new JsonObject()
                .put("At", workspace.endsAt().toString())
                .put("Lead", lead.toString())
                .put("Extend", "/v1/api/workspace/" + workspace.id() + "/extend"));
  }
}
