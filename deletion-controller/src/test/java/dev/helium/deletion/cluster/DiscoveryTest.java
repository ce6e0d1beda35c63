package dev.helium.deletion.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceBuilder;
import org.junit.jupiter.api.Test;

final class DiscoveryTest {
  @Test
  void searchesWhatCanBeMadeAndListed() {
    assertThat(Discovery.isSearched(resource("pods", "Pod", "create", "list", "delete"))).isTrue();
    assertThat(Discovery.isSearched(resource("nodes", "Node", "get", "list"))).isFalse();
    assertThat(Discovery.isSearched(resource("bindings", "Binding", "create"))).isFalse();
    assertThat(Discovery.isSearched(new APIResource())).isFalse();
  }

  @Test
  void passesOverPartsOfObjectsAndEvents() {
    assertThat(Discovery.isSearched(resource("pods/log", "Pod", "create", "list"))).isFalse();
    assertThat(Discovery.isSearched(resource("events", "Event", "create", "list"))).isFalse();
  }

  @Test
  void kindsAreCalledWithTheirGroup() {
    assertThat(new Kind("", "v1", "Pod", "pods", true).title()).isEqualTo("Pod");
    assertThat(new Kind("apps", "v1", "Deployment", "deployments", true).title())
        .isEqualTo("Deployment.apps");
  }

  private static APIResource resource(String name, String kind, String... verbs) {
    return new APIResourceBuilder().withName(name).withKind(kind).withVerbs(verbs).build();
  }
}
