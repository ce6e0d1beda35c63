package dev.helium.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What people are told of every product when something in it is wrong. */
@ExtendWith(RunningWorld.class)
class FailureModesTest {
  /** Seven workspaces are made at once, on a machine that may do other things too. */
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private static final Duration INTERVAL = Duration.ofMillis(200);

  private static StoryClient client;
  private static KubernetesClient cluster;

  /** All at once: most of the time goes by with waiting. */
  @BeforeAll
  static void makeAll(StoryWorld world) {
    client = world.client();
    cluster =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(world.kubeconfig().toFile()))
            .build();
    Arrays.stream(BrokenProduct.values())
        .forEach(
            product -> {
              Answer answer = product.make(client);
              assertThat(answer.status()).as("%s: %s", product, answer.body()).isEqualTo(202);
            });
  }

  @AfterAll
  static void askForTheirEnd() {
    Arrays.stream(BrokenProduct.values()).map(BrokenProduct::workspace).forEach(client::delete);
    cluster.close();
    client.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PACHYDERM | Pod/console-                | ImagePullBackOff | fatal       | image      | pachyderm/haberdashery:image-pull-fails cannot be pulled | Check the image's name and tag
          PACHYDERM | Pod/pachd-                  | CrashLoopBackOff | recoverable | crash      | container pachd has been restarted                       | Read the container's log
          PACHYDERM | Pod/pachyderm-proxy-        | FailedMount      | recoverable | volume     | secret "no-such-certificate" not found                   | Check that the secrets
          PACHYDERM | Pod/minio-0                 | Unschedulable    | waiting     | scheduling | Insufficient cpu                                         | Wait while nodes are added
          PACHYDERM | Service/pachyderm-proxy     | LoadBalancerPending | waiting  | network    | address                                                  | Wait; if none comes, check
          HELICONE  | Pod/helicone-auth-          | CreateContainerConfigError | fatal | configuration | secret "no-such-mail" not found                | Check the names of the config maps, secrets
          HELICONE  | Pod/helicone-kong-          | ImagePullBackOff | fatal       | image      | image registry.example/image-pull-fails:2.8.1 cannot be pulled | Check the image's name and tag
          HELICONE  | Pod/helicone-studio-        | Unschedulable    | waiting     | scheduling | Insufficient cpu                                         | Wait while nodes are added
          HELICONE  | Pod/helicone-web-           | CrashLoopBackOff | recoverable | crash      | init container supabase-migration-runner has been restarted | Read the container's log
          HELICONE  | PersistentVolumeClaim/helicone-storage-pvc | ProvisioningFailed | recoverable | volume | "no-such-class" not found               | Check the claim's storage class
          HELICONE  | Pod/helicone-storage-       | Unschedulable    | waiting     | scheduling | unbound immediate PersistentVolumeClaims                 | Wait while nodes are added
          HELICONE_WITHOUT_DATABASE | Pod/helicone-auth- | Initializing | waiting  | starting   | init container init-db is running                        | Wait; if it lasts, read the init container's log
          HELICONE_WITHOUT_DATABASE | Pod/helicone-web-  | Initializing | waiting  | starting   | init container init-db is running, 0 of 3 are done       | Wait; if it lasts, read the init container's log
          HASH      | Pod/hash-api-               | CreateContainerConfigError | fatal | configuration | secret "no-such-users" not found               | Check the names of the config maps, secrets
          HASH      | Pod/hash-frontend-          | ImagePullBackOff | fatal       | image      | image registry.example/image-pull-fails:1 cannot be pulled | Check the image's name and tag
          HASH      | Pod/hash-graph-             | CrashLoopBackOff | recoverable | crash      | init container init-graph-migrate has been restarted     | Read the container's log
          HASH      | Pod/hash-kratos-            | Initializing     | waiting     | starting   | init container init-kratos-migrate is running, 1 of 2 are done | Wait; if it lasts, read the init container's log
          HASH      | Pod/hash-redis-             | Unschedulable    | waiting     | scheduling | Insufficient cpu                                         | Wait while nodes are added
          CLIPPER   | Pod/clipper-backend-        | CreateContainerConfigError | fatal | configuration | secret "no-such-secrets" not found             | Check the names of the config maps, secrets
          CLIPPER   | Pod/clipper-postgres-0      | CreateContainerConfigError | fatal | configuration | cannot be created: secret "no-such-secrets" not found | Check the names of the config maps, secrets
          CLIPPER   | Pod/clipper-frontend-       | ImagePullBackOff | fatal       | image      | image registry.example/image-pull-fails:latest cannot be pulled | Check the image's name and tag
          CLIPPER   | Pod/clipper-prometheus-0    | Unschedulable    | waiting     | scheduling | Insufficient cpu                                         | Wait while nodes are added
          CLIPPER_MIGRATING | Pod/clipper-backend-    | CrashLoopBackOff | recoverable | crash | init container migrate has been restarted             | Read the container's log
          CLIPPER_MIGRATING | PersistentVolumeClaim/postgres-storage-clipper-postgres-0 | ProvisioningFailed | recoverable | volume | "local-path" not found | Check the claim's storage class
          CLIPPER_MIGRATING | Pod/clipper-postgres-0  | Unschedulable    | waiting     | scheduling | unbound immediate PersistentVolumeClaims         | Wait while nodes are added
          CLIPPER_MIGRATING | Pod/clipper-redis-0     | Unhealthy        | recoverable | probe | its readiness probe is answered 503                   | Read the container's log and check its probe
          POSTHOG   | Pod/posthog-web-            | CreateContainerConfigError | fatal | configuration | secret "no-such-settings" not found            | Check the names of the config maps, secrets
          POSTHOG   | Pod/posthog-pgbouncer-      | ImagePullBackOff | fatal       | image      | image registry.example/image-pull-fails:1.12.0 cannot be pulled | Check the image's name and tag
          POSTHOG   | Pod/clickhouse-posthog-0    | Unschedulable    | waiting     | scheduling | Insufficient memory                                      | Wait while nodes are added
          POSTHOG   | Job/posthog-migrate         | JobFailed        | fatal       | job        | BackoffLimitExceeded, 4 tries have failed                | Read the log of the job's pods
          """)
  void saysWhatIsWrongWithWhichPartAndWhatToDo(
      BrokenProduct product,
      String object,
      String code,
      String kind,
      String reasonClass,
      String message,
      String wayOn) {
    eventually(
        product,
        reason -> {
          assertThat(reason.get("Object")).startsWith(object);
          assertThat(reason)
              .containsEntry("Code", code)
              .containsEntry("Kind", kind)
              .containsEntry("Class", reasonClass);
          assertThat(reason.get("Message")).contains(message);
          assertThat(reason.get("WayOn")).startsWith(wayOn);
        });
  }

  @ParameterizedTest
  @EnumSource(BrokenProduct.class)
  void isFailedWhenSomebodyHasToChangeSomethingAndElseNot(BrokenProduct product) {
    // given what mends itself or has to be waited for only
    boolean mends =
        product == BrokenProduct.HELICONE_WITHOUT_DATABASE
            || product == BrokenProduct.CLIPPER_MIGRATING;
    // then
    await(product + " to be as it is")
        .atMost(LIMIT)
        .pollDelay(Duration.ZERO)
        .pollInterval(INTERVAL)
        .untilAsserted(
            () -> {
              Answer answer = client.get(product.workspace());
              assertThat(answer.reasonCodes()).isNotEmpty();
              assertThat(answer.text("Status").equals("failed")).isNotEqualTo(mends);
            });
  }

  @Test
  void saysThatNoNodeIsAddedForAPodThatFindsNoRoom() {
    // given
    eventually(
        BrokenProduct.PACHYDERM,
        reason -> assertThat(reason).containsEntry("Code", "Unschedulable"));
    // when an autoscaler says so
    String namespace = BrokenProduct.PACHYDERM.workspace();
    cluster
        .resource(
            new EventBuilder()
                .withNewMetadata()
                .withName("minio-0.not-trigger-scale-up")
                .withNamespace(namespace)
                .endMetadata()
                .withNewInvolvedObject()
                .withKind("Pod")
                .withName("minio-0")
                .withNamespace(namespace)
                .endInvolvedObject()
                .withType("Normal")
                .withReason("NotTriggerScaleUp")
                .withMessage("pod didn't trigger scale-up: 3 max node group size reached")
                .withLastTimestamp(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .build())
        .create();
    // then
    eventually(
        BrokenProduct.PACHYDERM,
        reason ->
            assertThat(reason.get("Message"))
                .contains("Insufficient cpu", "no node is added for it", "max node group size"));
  }

  @Test
  void theNamespaceOfPachydermAsksForTheWildcardCertificate() {
    await()
        .atMost(LIMIT)
        .pollInterval(INTERVAL)
        .untilAsserted(
            () ->
                assertThat(
                        cluster
                            .namespaces()
                            .withLabel("needs-workspace-tls", "true")
                            .withLabel("helium-expiry")
                            .list()
                            .getItems())
                    .extracting(namespace -> namespace.getMetadata().getName())
                    .contains(BrokenProduct.PACHYDERM.workspace()));
  }

  private static void eventually(
      BrokenProduct product, ThrowingConsumer<Map<String, String>> condition) {
    await(product + " to say why")
        .atMost(LIMIT)
        .pollDelay(Duration.ZERO)
        .pollInterval(INTERVAL)
        .untilAsserted(() -> assertThat(said(product)).anySatisfy(condition));
  }

  private static List<Map<String, String>> said(BrokenProduct product) {
    JsonNode reasons = client.get(product.workspace()).body().path("Workspace").path("Reasons");
    return StreamSupport.stream(reasons.spliterator(), false)
        .map(
            reason ->
                Map.of(
                    "Object", reason.path("Object").asText(),
                    "Code", reason.path("Code").asText(),
                    "Kind", reason.path("Kind").asText(),
                    "Class", reason.path("Class").asText(),
                    "Message", reason.path("Message").asText(),
                    "WayOn", reason.path("WayOn").asText()))
        .toList();
  }
}
