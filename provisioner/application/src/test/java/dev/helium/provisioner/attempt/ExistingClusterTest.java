package dev.helium.provisioner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.helium.backends.Backend;
import dev.helium.backends.BackendRegistry;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.domain.AttemptReport;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.FieldError;
import dev.helium.domain.WorkspaceId;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A cluster that is taken in becomes one that others can live in, for as long as it is. */
@ExtendWith(ClusterExtension.class)
final class ExistingClusterTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final String AWAY =
      """
      apiVersion: v1
      kind: Config
      clusters: [{name: away, cluster: {server: "%s"}}]
      contexts: [{name: away, context: {cluster: away, user: nobody}}]
      users: [{name: nobody, user: {token: hush}}]
      current-context: away
      """;

  private final Backend existing = BackendRegistry.standard().require("existing_cluster");
  private final Backend namespace = BackendRegistry.standard().require("namespace");
  @TempDir private Path directory;

  @Test
  void aClusterThatIsTakenInIsOneToLiveInUntilItsWorkspaceGoes(TestCluster cluster)
      throws IOException {
    // given
    WorkspaceId lab = new WorkspaceId(cluster.uniqueName("lab"));
    WorkspaceId tenant = new WorkspaceId(cluster.uniqueName("tenant"));
    Path file = clusters().resolve(lab + ".kubeconfig");
    String given = Files.readString(cluster.cluster().heliumKubeconfig());
    try (RunFixture runs = runs(cluster.cluster().heliumKubeconfig());
        KubernetesClient client = client(cluster)) {
      assertThat(runs.check(lab, existing, values(given))).isEmpty();
      // when
      AttemptReport made = runs.apply(lab, 1, existing, values(given), NOW);
      // then what may be known of it is known, and the way there is written
      assertThat(made)
          .isInstanceOfSatisfying(
              AttemptReport.Applied.class,
              applied ->
                  assertThat(applied.outputs())
                      .containsEntry("K8sNamespace", lab.value())
                      .containsEntry("ClusterServer", server(cluster))
                      .containsKeys("ClusterVersion", "PulumiURL")
                      .doesNotContainKey("kubeconfig"));
      assertThat(client.namespaces().withName(lab.value()).get().getMetadata().getAnnotations())
          .containsEntry("helium.dev/workload", "none");
      assertThat(Files.readString(file)).endsWith(given);
      assertThat(
              Files.readString(directory.resolve("state/.pulumi/stacks/helium/" + lab + ".json")))
          .doesNotContain("client-key-data");
      // when another lives there, at first unknown to whoever has the workspace next
      runs.with("clusterStack", lab.value());
      assertThat(runs.check(tenant, namespace)).isEmpty();
      assertThat(runs.apply(tenant, 1, namespace, "replicas: 2", NOW))
          .isInstanceOf(AttemptReport.Applied.class);
      assertThat(client.apps().deployments().inNamespace(tenant.value()).withName("web").get())
          .isNotNull();
      assertThat(runs.destroy(tenant, 2, namespace, NOW)).isEqualTo(new AttemptReport.Destroyed(2));
      // when its way is lost, and its next owner makes it again
      runs.with("clusterStack", "");
      Files.delete(file);
      assertThat(runs.apply(lab, 2, existing, values(given), NOW))
          .isInstanceOf(AttemptReport.Applied.class);
      assertThat(Files.readString(file)).endsWith(given);
      // when it is given a way that does not lead there
      AttemptReport refused =
          runs.apply(lab, 2, existing, values(AWAY.formatted("https://127.0.0.1:9")), NOW);
      // then the one before counts
      assertThat(refused)
          .isEqualTo(
              new AttemptReport.Failed(
                  2,
                  new Failure(
                      FailureKind.CLUSTER_UNREACHABLE,
                      "the cluster at https://127.0.0.1:9 does not answer: nobody listens"
                          + " there")));
      assertThat(Files.readString(file)).endsWith(given);
      // when it goes
      assertThat(runs.destroy(lab, 3, existing, NOW)).isEqualTo(new AttemptReport.Destroyed(3));
      // then
      assertThat(file).doesNotExist();
      assertThat(runs.with("clusterStack", lab.value()).check(tenant, namespace))
          .containsExactly(
              new FieldError("clusterStack", "names a cluster that nobody has told the way to"));
    }
  }

  @Test
  void whyAClusterCannotBeUsedIsSaid(TestCluster cluster) throws IOException {
    // given
    WorkspaceId lab = new WorkspaceId(cluster.uniqueName("lab"));
    HttpServer plain =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    plain.start();
    Path stranger =
        cluster
            .cluster()
            .issueKubeconfig("stranger", List.of(), directory.resolve("stranger.kubeconfig"));
    String untrusted = AWAY.formatted(server(cluster));
    try (RunFixture runs = runs(cluster.cluster().heliumKubeconfig())) {
      // then one whose certificate it does not trust
      assertFailed(
          runs.apply(lab, 1, existing, values(untrusted), NOW),
          FailureKind.PROGRAM_FAILED,
          "is none that its kubeconfig trusts");
      // and a user who may do nothing
      assertFailed(
          runs.apply(lab, 1, existing, values(Files.readString(stranger)), NOW),
          FailureKind.FORBIDDEN,
          "lets the user of its kubeconfig make no namespaces");
      // and one whom nobody knows
      assertFailed(
          runs.apply(
              lab,
              1,
              existing,
              values(untrusted.replace("cluster: {", "cluster: {insecure-skip-tls-verify: true, ")),
              NOW),
          FailureKind.FORBIDDEN,
          "(status 401)");
      // and what is no cluster
      assertFailed(
          runs.apply(
              lab,
              1,
              existing,
              values(AWAY.formatted("http://127.0.0.1:" + plain.getAddress().getPort())),
              NOW),
          FailureKind.CLUSTER_UNREACHABLE,
          "(status 404)");
      assertThat(clusters()).isEmptyDirectory();
      assertThat(runs.destroy(lab, 2, existing, NOW)).isEqualTo(new AttemptReport.Destroyed(2));
    } finally {
      plain.stop(0);
    }
  }

  @Test
  void whatCanNeverBeUsedIsRefusedAtTheRequest() throws IOException {
    // given
    WorkspaceId lab = new WorkspaceId("lab");
    Path kubeconfig = Files.writeString(directory.resolve("kubeconfig"), AWAY);
    String field = "valuesYaml.kubeconfig";
    try (RunFixture runs = runs(kubeconfig)) {
      // then
      assertThat(runs.check(lab, existing, values("nothing: of: that")))
          .containsExactly(new FieldError(field, "cannot be used: it is no kubeconfig"));
      assertThat(runs.check(lab, existing, values(AWAY.formatted("http://10.0.0.1"))))
          .containsExactly(
              new FieldError(field, "cannot be used: its server is not asked by https"));
      assertThat(
              runs.check(
                  lab, existing, values(AWAY.replace("token: hush", "tokenFile: /etc/passwd"))))
          .containsExactly(
              new FieldError(
                  field, "cannot be used: it has a user with tokenFile instead of token"));
      // and a name that somebody has taken by hand
      Files.writeString(clusters().resolve("lab.kubeconfig"), AWAY);
      assertThat(runs.check(lab, existing, values(AWAY.formatted("https://10.0.0.1"))))
          .containsExactly(
              new FieldError(
                  "backend",
                  "makes a cluster, and there is a kubeconfig of that name which somebody else has"
                      + " put there"));
    }
    try (RunFixture runs = new RunFixture(directory, kubeconfig)) {
      assertThat(runs.check(lab, existing, values(AWAY.formatted("https://10.0.0.1"))))
          .containsExactly(
              new FieldError(
                  "backend",
                  "makes a cluster, and there is no folder for the ways to clusters"
                      + " (HELIUM_CLUSTERS_DIRECTORY)"));
    }
  }

  private static void assertFailed(AttemptReport report, FailureKind kind, String end) {
    assertThat(report)
        .isInstanceOfSatisfying(
            AttemptReport.Failed.class,
            failed -> {
              assertThat(failed.failure().kind()).isEqualTo(kind);
              assertThat(failed.failure().message()).endsWith(end);
            });
  }

  private RunFixture runs(Path kubeconfig) throws IOException {
    return new RunFixture(
        directory,
        kubeconfig,
        OtherClusters.in(clusters()),
        BackendRegistry.standard(),
        Clock.systemUTC());
  }

  private Path clusters() throws IOException {
    return Files.createDirectories(directory.resolve("clusters"));
  }

  private static String values(String kubeconfig) {
    return "kubeconfig: |\n" + kubeconfig.indent(2);
  }

  private static String server(TestCluster cluster) {
    return "https://127.0.0.1:" + cluster.cluster().apiServer().getPort();
  }

  private static KubernetesClient client(TestCluster cluster) {
    return new KubernetesClientBuilder()
        .withConfig(Config.fromKubeconfig(cluster.kubeconfig().toFile()))
        .build();
  }
}
