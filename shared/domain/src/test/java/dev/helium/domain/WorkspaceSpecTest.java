package dev.helium.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class WorkspaceSpecTest {
  private static WorkspaceSpec spec(Map<String, String> parameters) {
    return new WorkspaceSpec("namespace", parameters, Map.of());
  }

  @Test
  void livesInTheClusterOfTheWorkspaceThatItNames() {
    assertThat(spec(Map.of("clusterStack", " big-one ")).clusterStack()).contains("big-one");
  }

  @Test
  void livesInTheDefaultClusterWhenItNamesNone() {
    assertThat(spec(Map.of()).clusterStack()).isEmpty();
    assertThat(spec(Map.of("clusterStack", " ")).clusterStack()).isEmpty();
  }
}
