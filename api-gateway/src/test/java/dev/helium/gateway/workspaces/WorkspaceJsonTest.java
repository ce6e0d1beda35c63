package dev.helium.gateway.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.domain.WorkspaceView;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkspaceJsonTest {
  private static final WorkspaceJson JSON =
      new WorkspaceJson(new KubeconfigCommand(KubeconfigCommand.DEFAULT));
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  private static final Failure FAILURE = new Failure(FailureKind.TIMED_OUT, "It took too long.");
  private static final Readiness NOT_READY =
      new Readiness.NotReady(
          List.of(new Reason(ReasonKind.WAITING, "Pod/web", "ContainerCreating", "Pulling.")));

  @Test
  void saysWhenTheNextAttemptIsDue() {
    // given, when
    JsonObject json = json(new Lifecycle.Provisioning(3, 2, NOW), new Readiness.Unknown());
    // then
    assertThat(json.getString("Message"))
        .isEqualTo("Attempts that failed so far: 2; the next is due at 2026-03-04T05:06:07Z.");
  }

  @Test
  void saysThatDeletingIsTriedAgain() {
    // given, when
    JsonObject json =
        json(
            new Lifecycle.Destroying(3, 1, NOW, new DeletionReason.Requested()),
            new Readiness.Unknown());
    // then
    assertThat(json.getString("Status")).isEqualTo("deleting");
    assertThat(json.getString("Message")).startsWith("Attempts to delete it that failed so far: 1");
  }

  @Test
  void saysWhyItCouldNotBeDeleted() {
    // given, when
    JsonObject json =
        json(
            new Lifecycle.DestroyFailed(3, FAILURE, new DeletionReason.Requested()),
            new Readiness.Unknown());
    // then
    assertThat(json.getString("Status")).isEqualTo("failed");
    assertThat(json.getString("Message")).isEqualTo("It could not be deleted: It took too long.");
  }

  @Test
  void saysWhereToLookAndTheWayOnWhenItHasFailed() {
    // given, when
    JsonObject failed = json(new Lifecycle.ProvisioningFailed(3, FAILURE), new Readiness.Unknown());
    JsonObject fine = json(new Lifecycle.Provisioned(3, Map.of()), new Readiness.Ready());
    // then
    assertThat(failed.getString("ReasonClass")).isEqualTo("timeout");
    assertThat(failed.getString("WayOn")).isEqualTo(FailureKind.TIMED_OUT.wayOn());
    assertThat(fine.getString("ReasonClass")).isEmpty();
    assertThat(fine.getString("WayOn")).isEmpty();
  }

  @Test
  void saysNothingOfPodsWhileItIsStillBeingMade() {
    // given, when
    JsonObject json = json(new Lifecycle.Provisioning(1, 0, NOW), NOT_READY);
    // then
    assertThat(json.getString("Message")).isEmpty();
    assertThat(json.getJsonArray("Reasons")).isEmpty();
  }

  @Test
  void saysWhatIsBeingWaitedFor() {
    // given, when
    JsonObject json = json(new Lifecycle.Provisioned(1, Map.of()), NOT_READY);
    // then
    assertThat(json.getString("Status")).isEqualTo("creating");
    assertThat(json.getString("Message")).isEqualTo("Pod/web: ContainerCreating: Pulling.");
    JsonObject reason = json.getJsonArray("Reasons").getJsonObject(0);
    assertThat(reason.getString("Kind")).isEqualTo("waiting");
    assertThat(reason.getString("Class")).isEqualTo("starting");
  }

  @Test
  void prefersTheConsoleThatTheProgramNames() {
    // given
    Map<String, String> addresses = Map.of("Ingress/a", "a.example", "Service/web", "10.0.0.1");
    // when, then
    assertThat(console(Map.of("ConsoleURL", "https://c.example"), addresses))
        .isEqualTo("https://c.example");
    assertThat(console(Map.of(), addresses)).isEqualTo("http://10.0.0.1");
    assertThat(console(Map.of(), Map.of("Ingress/a", "a.example"))).isEqualTo("http://a.example");
    assertThat(console(Map.of(), Map.of())).isEmpty();
  }

  @Test
  void tellsEveryOutputAlsoThoseThatTheOriginalDidNotHave() {
    // given
    Map<String, String> outputs =
        Map.of("ClusterServer", "https://10.0.0.1:6443", "K8sNamespace", "blue");
    // when
    JsonObject made = json(new Lifecycle.Provisioned(1, outputs), new Readiness.Ready());
    JsonObject making = json(new Lifecycle.Provisioning(1, 0, NOW), new Readiness.Unknown());
    // then
    assertThat(made.getJsonObject("Outputs").getMap()).isEqualTo(outputs);
    assertThat(making.getJsonObject("Outputs")).isEmpty();
  }

  private static String console(Map<String, String> outputs, Map<String, String> addresses) {
    return JSON.of(view(new Lifecycle.Provisioned(1, outputs), new Readiness.Ready(), addresses))
        .getString("ConsoleURL");
  }

  private static JsonObject json(Lifecycle lifecycle, Readiness readiness) {
    return JSON.of(view(lifecycle, readiness, Map.of()));
  }

  private static WorkspaceView view(
      Lifecycle lifecycle, Readiness readiness, Map<String, String> addresses) {
    Workspace workspace =
        new Workspace(
            new WorkspaceId("blue"),
            1,
            new WorkspaceSpec("namespace", Map.of(), Map.of()),
            "ann",
            NOW,
            NOW.plusSeconds(60),
            lifecycle,
            1,
            new CommandId("c-1"),
            1,
            List.of());
    return new WorkspaceView(
        workspace,
        readiness,
        false,
        addresses,
        List.of(),
        1,
        NOW,
        WorkspaceView.absent(workspace.id()).timeline());
  }
}
