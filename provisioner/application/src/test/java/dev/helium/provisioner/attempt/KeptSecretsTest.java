package dev.helium.provisioner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.AutomationException;
import dev.helium.backends.Backend;
import dev.helium.backends.BackendRegistry;
import dev.helium.backends.process.Folders;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.domain.AttemptReport;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.WorkspaceId;
import dev.helium.provisioner.keeping.KeepingBackend;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Secrets are made once in the life of a workspace, whatever happens to those who make it. */
@ExtendWith(ClusterExtension.class)
final class KeptSecretsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  private final Backend backend = new KeepingBackend();
  @TempDir private Path directory;
  private KubernetesClient client;
  private Path kubeconfig;
  private WorkspaceId id;

  @BeforeEach
  void connect(TestCluster cluster) {
    kubeconfig = cluster.kubeconfig();
    client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
            .build();
    id = new WorkspaceId(cluster.uniqueName("keeping"));
  }

  @AfterEach
  void disconnect() {
    client.namespaces().withName(id.value()).delete();
    client.close();
  }

  @Test
  void everyOwnerUsesWhatTheFirstOneMadeAndPodsAreToldOfChanges() throws Exception {
    try (RunFixture runs = runs()) {
      // given
      applied(runs, 1, "");
      String first = password().orElseThrow();
      String checksum = checksum();
      // when
      applied(runs, 2, "greeting: hi");
      // then
      assertThat(password()).contains(first);
      assertThat(runs.configuration(id, 2)).containsEntry("helium:secret-password", first);
      // and what changed has reached the objects in their places, and the pods
      assertThat(client.configMaps().inNamespace(id.value()).withName("settings").get().getData())
          .containsEntry("greeting", "hi");
      assertThat(checksum()).isNotEqualTo(checksum);
      // and the folders of those before are gone
      assertThat(directory.resolve("work/" + id)).isDirectoryNotContaining("glob:**partition-0-1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDeathAtAnyMomentOfTheFirstRunChangesNoSecret(DyingAttempt.Moment moment)
      throws IOException, InterruptedException {
    // given a process that was killed in its first run
    assertThat(DyingAttempt.run(moment, directory, kubeconfig, id)).isEqualTo(137);
    Optional<String> made = password();
    try (RunFixture runs = runs()) {
      // when the next owner goes on
      applied(runs, 2, "");
      // then what was in the cluster is as it was
      Optional<String> kept = password();
      assertThat(kept).isPresent();
      assertThat(made).isIn(Optional.empty(), kept);
      // and whoever comes after that uses the same
      applied(runs, 3, "");
      assertThat(password()).isEqualTo(kept);
    }
  }

  @Test
  void whatTheNextOwnerUsesWasOnTheDiskBeforeTheFirstObject() throws Exception {
    // given
    assertThat(DyingAttempt.run(DyingAttempt.Moment.OBJECTS_BEGIN, directory, kubeconfig, id))
        .isEqualTo(137);
    try (RunFixture runs = runs()) {
      String written = runs.configuration(id, 1).get("helium:secret-password");
      // when
      applied(runs, 2, "");
      // then
      assertThat(password()).contains(written);
    }
  }

  @Test
  void alsoWhenTheWorkingFoldersAreLost() throws IOException {
    try (RunFixture runs = runs()) {
      // given
      applied(runs, 1, "");
      Optional<String> first = password();
      // when
      Folders.remove(directory.resolve("work/" + id));
      applied(runs, 2, "greeting: hi");
      // then the last run that came to its end knows it
      assertThat(password()).isEqualTo(first);
    }
  }

  @Test
  void anotherLifeHasOtherSecrets() throws IOException {
    try (RunFixture runs = runs()) {
      // given
      applied(runs, 1, "");
      Optional<String> first = password();
      Lifecycle leaving = new Lifecycle.Destroying(2, 0, NOW, new DeletionReason.Requested());
      assertThat(runs.run(id, 1, backend, "", leaving, NOW))
          .isEqualTo(new AttemptReport.Destroyed(2));
      // when
      Lifecycle coming = new Lifecycle.Provisioning(3, 0, NOW, false);
      assertThat(runs.run(id, 2, 1, backend, "", coming, NOW))
          .isInstanceOf(AttemptReport.Applied.class);
      // then
      assertThat(password()).isPresent().isNotEqualTo(first);
    }
  }

  @Test
  void anOwnerThatWasReplacedMakesNothingAnyMore() throws IOException, AutomationException {
    try (RunFixture runs = runs()) {
      // given
      applied(runs, 2, "");
      Optional<String> second = password();
      // when the one before wakes up
      AttemptReport late = runs.apply(id, 1, backend, "greeting: late", NOW);
      // then
      assertThat(late).isInstanceOf(AttemptReport.Failed.class);
      assertThat(password()).isEqualTo(second);
      assertThat(runs.configuration(id, 2)).containsEntry("helium:secret-password", second.get());
    }
  }

  private void applied(RunFixture runs, int owner, String values) throws IOException {
    assertThat(runs.apply(id, owner, backend, values, NOW))
        .isInstanceOf(AttemptReport.Applied.class);
  }

  private RunFixture runs() throws IOException {
    return new RunFixture(
        directory,
        kubeconfig,
        OtherClusters.none(),
        new BackendRegistry(List.of(backend)),
        Clock.systemUTC());
  }

  private Optional<String> password() {
    Secret secret = client.secrets().inNamespace(id.value()).withName("credentials").get();
    return Optional.ofNullable(secret)
        .map(found -> Base64.getDecoder().decode(found.getData().get("password")))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private String checksum() {
    return client
        .apps()
        .deployments()
        .inNamespace(id.value())
        .withName("web")
        .get()
        .getSpec()
        .getTemplate()
        .getMetadata()
        .getAnnotations()
        .get("helium.dev/checksum");
  }
}
