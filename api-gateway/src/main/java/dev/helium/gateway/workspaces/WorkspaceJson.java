package dev.helium.gateway.workspaces;

import dev.helium.domain.Failure;
import dev.helium.domain.Holdup;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceView;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A workspace in the words of the API. */
public final class WorkspaceJson {
  private static final String NAMESPACE = "K8sNamespace";

  /**
   * What the backend's program says, under the same name, or else what follows from the ways in.
   */
  private static final List<String> OUTPUTS =
      List.of(
          "PulumiURL",
          "K8s",
          NAMESPACE,
          "ConsoleURL",
          "NotebooksURL",
          "GCSBucket",
          "PachdIp",
          "Pachctl");

  private final KubeconfigCommand kubeconfig;

  public WorkspaceJson(KubeconfigCommand kubeconfig) {
    this.kubeconfig = kubeconfig;
  }

  /** What the answers depend on beside the views. */
  KubeconfigCommand kubeconfig() {
    return kubeconfig;
  }

  public JsonObject of(WorkspaceView view) {
    Workspace workspace = view.workspace();
    JsonObject json =
        new JsonObject()
            .put("ID", workspace.id().value())
            .put("Status", view.status().word())
            .put("LastUpdated", view.changedAt().toString());
    ConnectionFacts connections = new ConnectionFacts(view);
    Map<String, String> outputs = outputs(workspace.lifecycle());
    Map<String, String> facts = facts(workspace, outputs, connections.fields());
    OUTPUTS.forEach(name -> json.put(name, facts.getOrDefault(name, "")));
    json.put("Expiry", workspace.expiresAt().toString())
        .put("CreatedBy", workspace.createdBy())
        .put("Backend", workspace.spec().backend())
        .put("Incarnation", workspace.incarnation())
        .put("Labels", new JsonObject(new TreeMap<String, Object>(workspace.spec().labels())))
        .put("Message", message(view))
        .put("ReasonClass", Trouble.of(view).map(Trouble::reasonWord).orElse(""))
        .put("WayOn", Trouble.of(view).map(Trouble::wayOn).orElse(""))
        .put("Reasons", reasons(view))
        .put("Addresses", new JsonObject(new TreeMap<String, Object>(view.addresses())))
        .put("Outputs", new JsonObject(new TreeMap<String, Object>(outputs)))
        .put("Connections", connections.list(outputs))
        .put("CredentialSecrets", connections.credentialSecrets());
    EndJson.protection(workspace).ifPresent(protection -> json.put("Protection", protection));
    EndJson.expiringSoon(workspace).ifPresent(soon -> json.put("ExpiringSoon", soon));
    if (workspace.lifecycle() instanceof Lifecycle.Provisioned made && made.isDrifted()) {
      json.put("Drift", made.drift());
    }
    ProgressJson.of(view).ifPresent(progress -> json.put("Progress", progress));
    Holdup holdup = view.timeline().ending().holdup();
    if (!holdup.isNone()) {
      json.put("HeldBy", new JsonArray(holdup.by())).put("HeldSince", holdup.since().toString());
    }
    return json;
  }

  /** What the program says counts before what is seen. */
  private Map<String, String> facts(
      Workspace workspace, Map<String, String> outputs, Map<String, String> seen) {
    Map<String, String> facts = new HashMap<>(seen);
    facts.put("K8s", kubeconfig.of(workspace, outputs.getOrDefault(NAMESPACE, "")));
    outputs.forEach((name, value) -> facts.merge(name, value, WorkspaceJson::unlessEmpty));
    return facts;
  }

  private static String unlessEmpty(String seen, String said) {
    return said.isEmpty() ? seen : said;
  }

  private static Map<String, String> outputs(Lifecycle lifecycle) {
    return lifecycle instanceof Lifecycle.Provisioned made ? made.outputs() : Map.of();
  }

  private static String message(WorkspaceView view) {
    return switch (view.workspace().lifecycle()) {
      case Lifecycle.Absent ignored -> "";
      case Lifecycle.Provisioning making when making.failures() > 0 ->
          "Attempts that failed so far: "
              + making.failures()
              + "; the next is due at "
              + making.notBefore()
              + ".";
      case Lifecycle.Provisioning ignored -> "";
      case Lifecycle.Provisioned made when made.isDrifted() -> Trouble.missing(made);
      case Lifecycle.Provisioned ignored -> message(view.readiness());
      case Lifecycle.ProvisioningFailed(int attempt, Failure failure) -> failure.message();
      case Lifecycle.Destroying(int attempt, int failures, var notBefore, var reason)
          when failures > 0 ->
          "Attempts to delete it that failed so far: "
              + failures
              + "; the next is due at "
              + notBefore
              + ".";
      case Lifecycle.Destroying ignored -> "";
      case Lifecycle.DestroyFailed(int attempt, Failure failure, var reason) ->
          "It could not be deleted: " + failure.message();
      case Lifecycle.Destroyed ignored -> notGone(view.timeline().ending().holdup());
      case Lifecycle.Deleted ignored -> "";
    };
  }

  private static String notGone(Holdup holdup) {
    return holdup.isNone() ? "" : "It is not gone yet: " + holdup.by().getFirst();
  }

  private static String message(Readiness readiness) {
    return switch (readiness) {
      case Readiness.Unknown ignored -> "";
      case Readiness.Ready ignored -> "";
      case Readiness.NotReady(List<Reason> reasons) -> {
        Reason gravest = reasons.getFirst();
        yield gravest.object() + ": " + gravest.code() + ": " + gravest.message();
      }
    };
  }

  /** Of what was provisioned; before and after that, what is seen is passing. */
  private static JsonArray reasons(WorkspaceView view) {
    JsonArray list = new JsonArray();
    if (view.workspace().lifecycle() instanceof Lifecycle.Provisioned
        && view.readiness() instanceof Readiness.NotReady(List<Reason> reasons)) {
      reasons.forEach(reason -> list.add(json(reason)));
    }
    return list;
  }

  private static JsonObject json(Reason reason) {
    JsonObject json =
        new JsonObject()
            .put("Kind", reason.kind().name().toLowerCase(Locale.ROOT))
            .put("Object", reason.object())
            .put("Code", reason.code())
            .put("Class", reason.reasonClass().name().toLowerCase(Locale.ROOT))
            .put("Message", reason.message())
            .put("WayOn", reason.wayOn());
    return reason.since().equals(Reason.SINCE_UNKNOWN)
        ? json
        : json.put("Since", reason.since().toString());
  }
}
