package dev.helium.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.cluster.LocalCluster;
import dev.helium.cluster.LocalClusterOptions;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A second real cluster: taken in, lived in, and given back. */
@ExtendWith(RunningWorld.class)
class SecondClusterStoryTest {
  private static final String LAB = "second-cluster";
  private static final String TENANT = "tenant-of-it";

  @TempDir private Path directory;

  @Test
  void othersLiveInAClusterThatWasTakenInForAsLongAsItsWorkspaceIsThere(StoryWorld world)
      throws IOException {
    try (LocalCluster second = LocalCluster.start(LocalClusterOptions.in(directory));
        KubernetesClient here = kubernetes(world.kubeconfig());
        KubernetesClient there = kubernetes(second.kubeconfig());
        StoryClient client = world.client()) {
      Waiting waiting = new Waiting(client);
      String kubeconfig = Files.readString(second.heliumKubeconfig());

      // when it is taken in
      Answer accepted =
          client.createWithValues(
              Map.of("name", LAB, "backend", "existing_cluster"),
              "kubeconfig: |\n" + kubeconfig.indent(2));

      // then
      assertThat(accepted.status()).isEqualTo(202);
      waiting.untilReady(LAB);

      // when somebody lives there
      client.create(Map.of("name", TENANT, "clusterStack", LAB));

      // then it is there, and only there
      waiting.untilReady(TENANT);
      assertThat(there.namespaces().withName(TENANT).get()).isNotNull();
      assertThat(here.namespaces().withName(TENANT).get()).isNull();

      // when it is changed
      LocalDate later = LocalDate.now(ZoneOffset.UTC).plusDays(2);
      client.createWithValues(
          Map.of("name", TENANT, "clusterStack", LAB, "expiry", later.toString()), "replicas: 2\n");

      // then
      String expiry = later.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toString();
      waiting.until(
          TENANT,
          "ready as it is to be now",
          answer -> answer.text("Status").equals("ready") && answer.text("Expiry").equals(expiry));
      assertThat(
              there
                  .apps()
                  .deployments()
                  .inNamespace(TENANT)
                  .withName("web")
                  .get()
                  .getSpec()
                  .getReplicas())
          .isEqualTo(2);

      // when the cluster is to go with somebody in it
      Answer refused = client.delete(LAB);

      // then
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text("detail")).contains(TENANT);

      // when nobody lives there any more
      assertThat(client.delete(TENANT).status()).isEqualTo(202);
      waiting.untilGone(TENANT);

      // then that is proven
      assertThat(there.namespaces().withName(TENANT).get()).isNull();
      assertThat(evidence(world))
          .first()
          .asString()
          .isEqualTo("namespace " + TENANT + " does not exist");

      // and the cluster can be given back
      assertThat(client.delete(LAB).status()).isEqualTo(202);
      waiting.untilGone(LAB);
      assertThat(world.home().clusters()).isEmptyDirectory();
    }
  }

  private static List<String> evidence(StoryWorld world) {
    return EventHistory.read(world.bootstrap()).records().stream()
        .filter(record -> record.workspace().value().equals(TENANT))
        .map(EventRecord::event)
        .filter(Event.Deleted.class::isInstance)
        .map(event -> ((Event.Deleted) event).receipt().evidence())
        .findFirst()
        .orElseThrow();
  }

  private static KubernetesClient kubernetes(Path kubeconfig) {
    return new KubernetesClientBuilder()
        .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
        .build();
  }
}
