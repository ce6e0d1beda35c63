package dev.helium.pages.preview;

import dev.helium.pages.ApiAnswer;
import dev.helium.pages.ApiCall;
import dev.helium.pages.support.Canned;
import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.CannedLife;
import dev.helium.pages.support.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/** Workspaces in every state, to look at alone: {@code follow-ready}, {@code follow-creating}, … */
final class FollowPreview {
  private static final String API = "/v1/api/workspace/";
  private static final String ADA = Person.ADA.name();

  private FollowPreview() {}

  static CannedApi addTo(CannedApi api) {
    return api.answer("GET " + API + "follow-", FollowPreview::answer)
        .answer("POST " + API + "follow-", call -> post(call))
        .answer("DELETE " + API + "follow-", call -> CannedApi.good(submitted()));
  }

  private static ApiAnswer post(ApiCall call) {
    return call.body().toString().contains("\"why\":\"no\"")
        ? CannedApi.problem(412, "The workspace has changed.")
        : CannedApi.good(submitted());
  }

  private static JsonObject submitted() {
    return new JsonObject().put("ID", "follow").put("Status", "creating");
  }

  private static ApiAnswer answer(ApiCall call) {
    String[] path = call.uri().substring(API.length()).split("[/?]", 3);
    String id = path[0];
    String state = id.substring("follow-".length());
    return switch (path.length == 1 ? "" : path[1]) {
      case "" ->
          workspace(id, state)
              .map(found -> CannedLife.tagged(found, "\"v1\""))
              .orElseGet(() -> CannedApi.problem(404, "There is no workspace of that name."));
      case "timeline" -> CannedApi.good(timeline(id, state));
      case "why" -> CannedApi.good(why(id, state));
      case "events" -> CannedApi.good(events());
      case "receipt" -> CannedApi.good(CannedLife.receipt(id));
      default -> CannedApi.problem(404, "There is nothing of that name.");
    };
  }

  private static Optional<JsonObject> workspace(String id, String state) {
    JsonObject workspace =
        Canned.workspace(id, state, ADA)
            .put("Backend", "pachyderm")
            .put("Labels", new JsonObject().put("team", "data").put("ticket", "DATA-2214"))
            .put("K8sNamespace", id);
    return switch (state) {
      case "ready" -> Optional.of(ready(workspace));
      case "creating" ->
          Optional.of(
              workspace
                  .put("Progress", CannedLife.progress(7, 12, "Deployment/pachd"))
                  .put(
                      "Reasons",
                      new JsonArray()
                          .add(
                              CannedLife.reason(
                                      "waiting",
                                      "Pod/pachd-6c9d7-x2k4p",
                                      "ContainerCreating",
                                      "Its containers are on their way.")
                                  .put("WayOn", "Wait: that ends by itself.")))
                  .put(
                      "Estimate",
                      new JsonObject()
                          .put("Overdue", false)
                          .put("Runs", 41)
                          .put("Expected", "2026-11-29T12:02:10Z")
                          .put("Earliest", "2026-11-29T12:01:20Z")
                          .put("Latest", "2026-11-29T12:05:00Z")));
      case "failed" ->
          Optional.of(
              workspace
                  .put("Message", "Pod/console-5b7: ImagePullBackOff: not found")
                  .put("WayOn", "Correct the name of the image, then change the workspace.")
                  .put("Progress", CannedLife.progress(9, 12, "Deployment/console"))
                  .put(
                      "Reasons",
                      new JsonArray()
                          .add(
                              CannedLife.reason(
                                  "fatal",
                                  "Pod/console-5b7f4d-9xkqz",
                                  "ImagePullBackOff",
                                  "The image registry.example.com/pachyderm/haberdashery:2.12.99"
                                      + " cannot be pulled: not found."))
                          .add(
                              CannedLife.reason(
                                      "recoverable",
                                      "Pod/etcd-0",
                                      "OOMKilled",
                                      "The container etcd needed more memory than its limit.")
                                  .put(
                                      "WayOn",
                                      "Give it more memory, then change the workspace."))));
      case "broken" ->
          Optional.of(
              workspace
                  .put("Status", "failed")
                  .put("Message", "The chart pachyderm 2.12.9 is not to be had: 404.")
                  .put("WayOn", "Name a version that there is, or try again later."));
      case "deleting" ->
          Optional.of(
              workspace
                  .put("Message", "It is not gone yet: PersistentVolumeClaim/etcd-0 is left.")
                  .put(
                      "HeldBy",
                      new JsonArray()
                          .add(
                              "PersistentVolumeClaim/etcd-0 is left: the finalizer"
                                  + " kubernetes.io/pvc-protection holds it."))
                  .put("HeldSince", "2026-11-29T11:57:00Z"));
      default -> Optional.empty();
    };
  }

  private static JsonObject ready(JsonObject workspace) {
    return workspace
        .put("Progress", CannedLife.progress(12, 12, ""))
        .put("Protection", CannedLife.protection(ADA, "demo for the board"))
        .put(
            "K8s",
            "kubectl config use-context lab && kubectl config set-context --current"
                + " --namespace follow-ready")
        .put(
            "Pachctl",
            "pachctl config set context follow-ready"
                + " '{\"pachd_address\":\"grpc://34.120.7.19:30650\"}'")
        .put("PulumiURL", "https://app.pulumi.com/lab/helium/follow-ready")
        .put("GCSBucket", "lab-follow-ready-7f3a")
        .put("Addresses", new JsonObject().put("Service/pachd-lb", "34.120.7.19"))
        .put("CredentialSecrets", new JsonArray().add("console-admin").add("pachd-root-token"))
        .put(
            "Connections",
            new JsonArray()
                .add(
                    Canned.link("console", "https://console.follow-ready.example.com/")
                        .put("Object", "Ingress/console")
                        .put("Credentials", "console-admin"))
                .add(
                    Canned.link("notebooks", "https://notebooks.follow-ready.example.com/")
                        .put("Object", "Ingress/notebooks"))
                .add(CannedLife.connection("address", "pachd"))
                .add(
                    CannedLife.connection("inside", "postgres")
                        .put("Command", "kubectl port-forward service/postgres 5432:5432")
                        .put("Credentials", "postgres")));
  }

  private static JsonObject timeline(String id, String state) {
    JsonObject[] made = {
      CannedLife.stage("decided", "done", 0).put("Until", "2026-11-29T11:56:00Z"),
      CannedLife.stage("applied", "done", 64_200),
      CannedLife.stage("scheduled", "done", 3_000),
      CannedLife.stage("images", "done", 71_000),
      CannedLife.stage("ready", "done", 22_400)
    };
    return switch (state) {
      case "creating" ->
          CannedLife.timeline(
              id,
              state,
              "creation",
              made[0],
              made[1],
              made[2],
              CannedLife.stage("images", "under-way", 71_000),
              CannedLife.stage("ready", "to-come", -1));
      case "broken" ->
          CannedLife.timeline(
              id,
              "failed",
              "creation",
              made[0],
              CannedLife.stage("applied", "failed", -1),
              CannedLife.stage("scheduled", "to-come", -1),
              CannedLife.stage("images", "to-come", -1),
              CannedLife.stage("ready", "to-come", -1));
      case "deleting" ->
          CannedLife.timeline(
              id,
              state,
              "deletion",
              made[0],
              made[1],
              made[2],
              made[3],
              made[4],
              CannedLife.stage("deletion", "done", 0).put("Until", "2026-11-29T11:56:00Z"),
              CannedLife.stage("destroyed", "done", 42_000),
              CannedLife.stage("deleted", "under-way", 61_000));
      default -> CannedLife.timeline(id, state, "creation", made);
    };
  }

  private static JsonObject why(String id, String state) {
    JsonObject why = CannedLife.why(id, state.equals("gone") ? "deleted" : state, "");
    JsonObject body = why.getJsonObject("Why");
    body.put("Next", "It expires at 2026-12-02T00:00:00Z and is deleted then.");
    if (state.equals("gone")) {
      body.put("Next", "Nothing: it is gone, and its name is free.")
          .put("RevivableUntil", "2026-12-06T11:58:30Z");
    }
    body.getJsonArray("Because")
        .add("Attempt 1 came as far as: create kubernetes:apps/v1:Deployment console (event 3).")
        .add("7 of 12 pods were seen ready: Pod/pachd-6c9d7-x2k4p: ContainerCreating (event 5).");
    return why;
  }

  private static JsonObject events() {
    JsonObject ada = new JsonObject().put("requestedBy", ADA);
    return CannedLife.events(
        9,
        CannedLife.event(
            1,
            "created",
            new JsonObject().put("createdBy", ADA).put("expiresAt", "2026-12-02T00:00:00Z")),
        CannedLife.event(
            2,
            "progressed",
            new JsonObject()
                .put("attempt", 1)
                .put(
                    "steps",
                    new JsonArray()
                        .add(
                            new JsonObject()
                                .put("operation", "create")
                                .put("resource", "kubernetes:apps/v1:Deployment pachd")))),
        CannedLife.event(3, "provisioned", new JsonObject().put("attempt", 1)),
        CannedLife.event(
            4,
            "readiness-changed",
            new JsonObject()
                .put(
                    "readiness",
                    new JsonObject()
                        .put("is", "not-ready")
                        .put(
                            "reasons",
                            new JsonArray()
                                .add(
                                    new JsonObject(
                                        Map.of(
                                            "object",
                                            "Pod/pachd-6c9d7-x2k4p",
                                            "code",
                                            "ContainerCreating",
                                            "message",
                                            "on its way")))))
                .put("progress", new JsonObject().put("ready", 7).put("wanted", 12))),
        CannedLife.event(
            5,
            "gave-up",
            new JsonObject()
                .put("attempt", 1)
                .put("failure", new JsonObject().put("message", "The chart is not to be had."))),
        CannedLife.event(6, "retried", ada),
        CannedLife.event(
            7,
            "protected",
            new JsonObject()
                .put("protectedBy", ADA)
                .put("until", "2026-12-06T00:00:00Z")
                .put("why", "demo for the board")),
        CannedLife.event(
            8,
            "readiness-changed",
            new JsonObject().put("readiness", new JsonObject().put("is", "ready"))),
        CannedLife.event(9, "connection-changed", new JsonObject()));
  }
}
