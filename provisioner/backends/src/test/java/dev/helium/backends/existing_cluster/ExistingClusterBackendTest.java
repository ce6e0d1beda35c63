package dev.helium.backends.existing_cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.BackendInput;
import dev.helium.backends.ConfigEntry;
import dev.helium.backends.Problem;
import dev.helium.backends.Validated;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExistingClusterBackendTest {
  private final ExistingClusterBackend backend = new ExistingClusterBackend();

  @Test
  void theKubeconfigIsTakenAsItIsWrittenAndKeptSecret() {
    // given
    BackendInput input =
        new BackendInput(
            Map.of("helmVersion", "1"), "kubeconfig: |\n  apiVersion: v1\n  kind: Config\n");
    // when
    Validated said = backend.validate(input);
    // then
    assertThat(said)
        .isInstanceOfSatisfying(
            Validated.Accepted.class,
            accepted -> assertThat(accepted.config().values()).allMatch(ConfigEntry::secret));
    assertThat(backend.makesCluster()).isTrue();
    assertThat(backend.givenCluster(input)).contains("apiVersion: v1\nkind: Config\n");
  }

  @Test
  void withoutOneOrWithSomethingElseItIsRefused() {
    assertThat(problems("")).containsExactly(new Problem("valuesYaml.kubeconfig", "must be given"));
    assertThat(problems("kubeconfig: {apiVersion: v1}"))
        .containsExactly(new Problem("valuesYaml.kubeconfig", "must be text"));
    assertThat(problems("kubconfig: x"))
        .containsExactly(
            new Problem("valuesYaml.kubconfig", "is not known; did you mean \"kubeconfig\"?"));
  }

  private Iterable<Problem> problems(String values) {
    return backend.validate(new BackendInput(Map.of(), values))
            instanceof Validated.Rejected rejected
        ? rejected.problems()
        : List.of();
  }
}
