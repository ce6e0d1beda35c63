package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.automation.OperationType;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.CustomTimeouts;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class ReplacementOptionsTest {
  @TempDir Path root;
  private Stacks stacks;
  private Live live;
  private String name;

  @BeforeEach
  void open(TestCluster cluster) {
    stacks = Stacks.on(root, cluster.kubeconfig());
    live = new Live(cluster);
    name = cluster.uniqueName("replace");
  }

  @AfterEach
  void close() throws Exception {
    stacks.stack("one", context -> {}).destroy();
    stacks.close();
    live.close();
  }

  @Test
  void replacesWhenTheTriggerChanges() throws Exception {
    // given
    up(context -> triggered("one"));
    var uid = uid("map");
    // when
    var same = up(context -> triggered("one"));
    var changed = up(context -> triggered("two"));
    // then
    assertThat(same).containsOnlyKeys(OperationType.SAME);
    assertThat(changed).containsKey(OperationType.REPLACE);
    assertThat(uid("map")).isNotEqualTo(uid);
    assertThat(stacks.resources("one").getLast().path("replacementTrigger").asText())
        .isEqualTo("two");
  }

  @Test
  void doesNotReplaceWhenATriggerIsSetForTheFirstTimeOrTakenAway() throws Exception {
    // given
    up(context -> map("map", options()));
    var uid = uid("map");
    // when
    up(context -> triggered("one"));
    up(context -> map("map", options()));
    // then
    assertThat(uid("map")).isEqualTo(uid);
    assertThat(stacks.resources("one").getLast().has("replacementTrigger")).isFalse();
  }

  @Test
  void replacesTogetherWithWhatItNames() throws Exception {
    // given
    up(pair("one"));
    var uid = uid("follower");
    // when
    var changes = up(pair("two"));
    // then
    assertThat(changes).containsEntry(OperationType.REPLACE, 2);
    assertThat(uid("follower")).isNotEqualTo(uid);
    var follower = stacks.resources("one").getLast();
    assertThat(follower.path("replaceWith").get(0).asText()).endsWith("ConfigMap::leader");
    assertThat(follower.has("pendingReplacement")).isFalse();
  }

  @Test
  void doesNotTakeAProtectedResourceAlong() throws Exception {
    // given
    up(pair("one", true));
    var uid = uid("follower");
    // when
    var failure = Attempts.failureOf(() -> up(pair("two", true)));
    // then
    assertThat(failure.message()).contains("protected");
    assertThat(uid("follower")).isEqualTo(uid);
    up(pair("one", false));
  }

  @Test
  void marksOutputsSecretWithoutAnyOtherChange() throws Exception {
    // given
    up(context -> map("map", options()));
    // when
    var changes = up(context -> map("map", options().additionalSecretOutputs("data")));
    // then
    assertThat(changes).containsOnlyKeys(OperationType.SAME);
    var recorded = stacks.resources("one").getLast();
    assertThat(recorded.path("outputs").path("data").has("ciphertext")).isTrue();
    assertThat(recorded.path("additionalSecretOutputs").get(0).asText()).isEqualTo("data");
  }

  @Test
  void recordsWhatOnlyDisplaysAndReadsLookAt() throws Exception {
    // given
    var timeouts = CustomTimeouts.builder().read(Duration.ofMinutes(2)).build();
    // when
    up(context -> map("map", options().hideDiffs("data.content", "a[0]").customTimeouts(timeouts)));
    // then
    var recorded = stacks.resources("one").getLast();
    assertThat(recorded.path("hideDiff").get(0).asText()).isEqualTo("data.content");
    assertThat(recorded.path("hideDiff").get(1).asText()).isEqualTo("a[0]");
    assertThat(recorded.path("customTimeouts").path("read").asInt()).isEqualTo(120);
  }

  private Consumer<Context> pair(String trigger) {
    return pair(trigger, false);
  }

  private Consumer<Context> pair(String trigger, boolean protect) {
    return context -> {
      var leader =
          map("leader", options().replacementTrigger(Output.of(trigger)).deleteBeforeReplace(true));
      map("follower", options().replaceWith(leader).protect(protect).deleteBeforeReplace(true));
    };
  }

  private void triggered(String value) {
    map("map", options().replacementTrigger(Output.of(value)).deleteBeforeReplace(true));
  }

  private ConfigMap map(String resource, CustomResourceOptions.Builder options) {
    return new ConfigMap(
        resource,
        ConfigMapArgs.builder()
            .metadata(
                ObjectMetaArgs.builder().name(name + "-" + resource).namespace("default").build())
            .data(Map.of("content", "1"))
            .build(),
        options.build());
  }

  private static CustomResourceOptions.Builder options() {
    return CustomResourceOptions.builder();
  }

  private Map<OperationType, Integer> up(Consumer<Context> program) throws Exception {
    return stacks.stack("one", program).up().summary().resourceChanges();
  }

  private String uid(String resource) {
    return live.configMap("default", name + "-" + resource).getMetadata().getUid();
  }
}
