package dev.helium.engine.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.engine.state.ResourceState;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Pods need not wait for the namespace controller, which looks five seconds later. */
@ExtendWith(ClusterExtension.class)
class NamespaceDeletionTest {
  private static final String HELD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: held, namespace: NAME, finalizers: [example.com/hold]}
      spec: {containers: [{name: web, image: web}]}
      """;
  private static final String NAMESPACE =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: NAME, annotations: {pulumi.com/skipAwait: "true"}}
      """;
  private static final String USER =
      """
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: NAME, namespace: default}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: NAME}
      rules: [{apiGroups: [""], resources: [namespaces], verbs: [get, list, watch, delete]}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: NAME}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: NAME}
      subjects: [{kind: ServiceAccount, name: NAME, namespace: default}]
      """;
  private static final String KUBECONFIG =
      """
      apiVersion: v1
      kind: Config
      current-context: some
      contexts: [{name: some, context: {cluster: some, user: some}}]
      clusters: [{name: some, cluster: {server: "SERVER", certificate-authority-data: "CA"}}]
      users: [{name: some, user: {token: "TOKEN"}}]
      """;

  private Path kubeconfig;
  private KubernetesClient client;
  private String namespace;

  @BeforeEach
  void makeANamespaceWithAPodThatIsHeld(TestCluster cluster) {
    kubeconfig = cluster.kubeconfig();
    client = Clusters.client(kubeconfig);
    namespace = cluster.newNamespace("ahead");
    client.resource(named(HELD)).create();
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void podsAreAskedToGoTogetherWithTheirNamespace() {
    // when
    delete(kubeconfig);
    // then
    assertThat(isLeaving(client.pods().inNamespace(namespace).withName("held").get())).isTrue();
    release();
  }

  @Test
  void whoMayNotAskPodsToGoDeletesTheNamespaceAllTheSame(@TempDir Path directory)
      throws IOException {
    // given
    client.load(new ByteArrayInputStream(named(USER).getBytes(UTF_8))).create();
    // when
    delete(restricted(directory));
    // then
    assertThat(isLeaving(client.namespaces().withName(namespace).get())).isTrue();
    release();
  }

  private void delete(Path as) {
    try (ProviderFixture fixture = new ProviderFixture(as)) {
      ResourceState recorded = fixture.wanted(named(NAMESPACE)).withId(namespace);
      fixture.provider().delete(recorded, fixture.call());
    }
  }

  /** Of somebody who may do nothing but see and delete namespaces. */
  private Path restricted(Path directory) throws IOException {
    TokenRequest token =
        client
            .serviceAccounts()
            .inNamespace("default")
            .withName(namespace)
            .tokenRequest(new TokenRequest());
    Config known = Config.fromKubeconfig(kubeconfig.toFile());
    return Files.writeString(
        directory.resolve("kubeconfig"),
        KUBECONFIG
            .replace("SERVER", known.getMasterUrl())
            .replace("CA", known.getCaCertData())
            .replace("TOKEN", token.getStatus().getToken()));
  }

  private void release() {
    client
        .pods()
        .inNamespace(namespace)
        .withName("held")
        .edit(
            live -> {
              live.getMetadata().setFinalizers(null);
              return live;
            });
    client
        .namespaces()
        .withName(namespace)
        .waitUntilCondition(Objects::isNull, 60, TimeUnit.SECONDS);
  }

  private static boolean isLeaving(HasMetadata live) {
    return live.getMetadata().getDeletionTimestamp() != null;
  }

  private String named(String yaml) {
    return yaml.replace("NAME", namespace);
  }
}
