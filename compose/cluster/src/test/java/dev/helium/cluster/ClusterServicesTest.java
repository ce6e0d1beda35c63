package dev.helium.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import io.fabric8.kubernetes.api.model.LoadBalancerIngress;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a cluster does around pods. */
@ExtendWith(ClusterExtension.class)
class ClusterServicesTest {

  private KubernetesClient client;
  private String namespace;

  @BeforeEach
  void connect(TestCluster cluster) {
    client = Clients.of(cluster.kubeconfig());
    namespace = cluster.newNamespace("services");
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void isThePinnedVersionWithThreeNodesOfFiniteSize() {
    assertThat(client.getKubernetesVersion().getGitVersion()).isEqualTo("v1.36.3");
    assertThat(client.nodes().list().getItems())
        .hasSize(3)
        .extracting(Node::getStatus)
        .allSatisfy(
            status -> {
              assertThat(status.getAllocatable())
                  .containsEntry("cpu", new Quantity("16"))
                  .containsEntry("memory", new Quantity("64Gi"))
                  .containsEntry("pods", new Quantity("110"));
            });
  }

  @Test
  void givesEveryLoadBalancerAnAddressOfItsOwnButThoseThatAreToHaveNone() {
    // when
    for (String name : List.of("none", "one", "two")) {
      client
          .resource(
              new ServiceBuilder()
                  .withNewMetadata()
                  .withNamespace(namespace)
                  .withName(name)
                  .addToAnnotations(
                      name.equals("none") ? Map.of("helium.dev/address", "none") : Map.of())
                  .endMetadata()
                  .withNewSpec()
                  .withType("LoadBalancer")
                  .addNewPort()
                  .withPort(80)
                  .endPort()
                  .endSpec()
                  .build())
          .create();
    }

    // then
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(client.services().inNamespace(namespace).list().getItems())
                    .flatExtracting(service -> service.getStatus().getLoadBalancer().getIngress())
                    .extracting(LoadBalancerIngress::getIp)
                    .hasSize(2)
                    .doesNotHaveDuplicates()
                    .allMatch(address -> address.startsWith("198.18.")));
    assertThat(
            client
                .services()
                .inNamespace(namespace)
                .withName("none")
                .get()
                .getStatus()
                .getLoadBalancer()
                .getIngress())
        .isEmpty();
  }

  @Test
  void bindsAClaimToAVolumeAndThrowsTheVolumeAwayAfterwards() {
    // given
    var claim =
        new PersistentVolumeClaimBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName("data")
            .endMetadata()
            .withNewSpec()
            .withAccessModes("ReadWriteOnce")
            .withNewResources()
            .addToRequests("storage", new Quantity("1Gi"))
            .endResources()
            .endSpec()
            .build();

    // when
    client.resource(claim).create();

    // then
    var bound =
        await()
            .atMost(Duration.ofMinutes(1))
            .until(
                () -> client.resource(claim).get(),
                found -> "Bound".equals(found.getStatus().getPhase()));
    String volume = bound.getSpec().getVolumeName();
    assertThat(client.persistentVolumes().withName(volume).get().getStatus().getPhase())
        .isEqualTo("Bound");

    // when
    client.resource(claim).delete();

    // then
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> assertThat(client.persistentVolumes().withName(volume).get()).isNull());
  }

  @Test
  void refusesAUserWithoutRights(TestCluster cluster, @TempDir Path directory) {
    // given
    Path kubeconfig =
        cluster
            .cluster()
            .issueKubeconfig("visitor", List.of("guests"), directory.resolve("visitor"));

    try (KubernetesClient visitor = Clients.of(kubeconfig)) {
      // when / then
      assertThatThrownBy(() -> visitor.pods().inNamespace(namespace).list())
          .isInstanceOfSatisfying(
              KubernetesClientException.class,
              failure -> {
                assertThat(failure.getCode()).isEqualTo(403);
                assertThat(failure).hasMessageContaining("\"visitor\" cannot list");
              });
    }
  }

  @Test
  void letsHeliumMakeWorkspacesAndNothingOfTheClusterItself(TestCluster cluster) {
    try (KubernetesClient helium = Clients.of(cluster.cluster().heliumKubeconfig())) {
      // given
      String name = cluster.uniqueName("made-by-helium");

      // when
      helium
          .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
          .create();
      helium.resource(Samples.deployment(name, "web", "nginx")).create();

      // then
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> helium.apps().deployments().inNamespace(name).withName("web").isReady());
      assertThatThrownBy(() -> helium.nodes().withName("helium-node-0").delete())
          .isInstanceOf(KubernetesClientException.class)
          .hasMessageContaining("\"helium\" cannot delete");
    }
  }
}
