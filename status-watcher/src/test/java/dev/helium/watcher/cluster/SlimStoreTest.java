package dev.helium.watcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SlimStoreTest {
  private final SlimStore<Pod> store = new SlimStore<>(Pod::new);

  private static Pod pod(String version) {
    return new PodBuilder()
        .withNewMetadata()
        .withName("web")
        .withNamespace("demo")
        .withResourceVersion(version)
        .withAnnotations(Map.of("big", "x".repeat(100_000)))
        .addNewManagedField()
        .withManager("somebody")
        .endManagedField()
        .endMetadata()
        .withNewSpec()
        .withNodeName("node")
        .endSpec()
        .build();
  }

  @Test
  void keepsNameAndVersionAndNothingElse() {
    String key = store.getKey(pod("1"));
    assertThat(store.put(key, pod("1"))).isNull();
    Pod kept = store.get(key);
    assertThat(kept.getMetadata().getResourceVersion()).isEqualTo("1");
    assertThat(kept.getMetadata().getName()).isEqualTo("web");
    assertThat(kept.getMetadata().getNamespace()).isEqualTo("demo");
    assertThat(kept.getMetadata().getAnnotations()).isNullOrEmpty();
    assertThat(kept.getMetadata().getManagedFields()).isNullOrEmpty();
    assertThat(kept.getSpec()).isNull();
    assertThat(store.isFullState()).isFalse();
  }

  @Test
  void givesBackWhatItReplacesOrRemoves() {
    String key = store.getKey(pod("1"));
    store.put(key, pod("1"));
    assertThat(store.put(key, pod("2")).getMetadata().getResourceVersion()).isEqualTo("1");
    assertThat(store.size()).isEqualTo(1);
    assertThat(store.keySet()).containsExactly("demo/web");
    assertThat(store.remove(key).getMetadata().getResourceVersion()).isEqualTo("2");
    assertThat(store.values()).isEmpty();
  }
}
