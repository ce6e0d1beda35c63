package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.automation.ConfigValue;
import com.pulumi.automation.DestroyOptions;
import com.pulumi.automation.UpOptions;
import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.ProviderArgs;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.core.v1.ResourceQuota;
import com.pulumi.kubernetes.core.v1.ResourceQuotaArgs;
import com.pulumi.kubernetes.core.v1.Secret;
import com.pulumi.kubernetes.core.v1.SecretArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceQuotaSpecArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class FailureTest {
  @TempDir Path root;
  private Stacks stacks;
  private Live live;
  private String namespace;

  @BeforeEach
  void open(TestCluster cluster) {
    stacks = Stacks.on(root, cluster.kubeconfig());
    live = new Live(cluster);
    namespace = cluster.uniqueName("failure");
  }

  @AfterEach
  void close() {
    stacks.close();
    live.close();
  }

  @Test
  void keepsWhatWasMadeWhenAResourceIsRefused() throws Exception {
    // given
    var program = badMap("Not A Name");
    // when
    var failure = up(program);
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.INVALID);
    assertThat(failure.urn()).endsWith("ConfigMap::bad");
    assertThat(failure.message()).contains("Not A Name").hasSizeLessThanOrEqualTo(500);
    assertThat(stacks.urns("one"))
        .contains("kubernetes:core/v1:Namespace::space")
        .doesNotContain("kubernetes:core/v1:ConfigMap::bad");
    assertThat(stacks.deployment("one").has("pending_operations")).isFalse();
    // when
    stacks.stack("one", badMap("a-name")).up();
    // then
    assertThat(live.configMap(namespace, "a-name")).isNotNull();
  }

  @Test
  void tellsAnExhaustedQuota() throws Exception {
    // given
    Consumer<Context> program =
        context -> {
          var space = Programs.namespace(namespace);
          var quota =
              new ResourceQuota(
                  "none",
                  ResourceQuotaArgs.builder()
                      .metadata(
                          ObjectMetaArgs.builder()
                              .name("none")
                              .namespace(Programs.name(space))
                              .build())
                      .spec(ResourceQuotaSpecArgs.builder().hard(Map.of("secrets", "0")).build())
                      .build());
          new Secret(
              "refused",
              SecretArgs.builder()
                  .metadata(
                      ObjectMetaArgs.builder()
                          .name("refused")
                          .namespace(Programs.name(space))
                          .build())
                  .build(),
              CustomResourceOptions.builder().dependsOn(quota).build());
        };
    // when
    var failure = up(program);
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.QUOTA_EXCEEDED);
    assertThat(failure.urn()).endsWith("Secret::refused");
  }

  @Test
  void tellsMissingRights(TestCluster cluster) throws Exception {
    // given
    var nobody =
        cluster.cluster().issueKubeconfig("nobody", List.of(), root.resolve("nobody.kubeconfig"));
    try (var powerless = Stacks.on(root.resolve("powerless"), nobody)) {
      // when
      var failure =
          Attempts.failureOf(
              () -> powerless.stack("one", context -> Programs.namespace(namespace)).up());
      // then
      assertThat(failure.failureClass()).isEqualTo(FailureClass.FORBIDDEN);
      assertThat(failure.message()).contains("nobody");
    }
  }

  @Test
  void tellsAClusterThatDoesNotAnswerAndForgetsNothing() throws Exception {
    // given
    stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1"))).up();
    var before = stacks.urns("one");
    var silent = root.resolve("silent.kubeconfig");
    Files.writeString(
        silent,
        """
        apiVersion: v1
        kind: Config
        clusters: [{name: c, cluster: {server: "http://127.0.0.1:1"}}]
        contexts: [{name: c, context: {cluster: c, user: u}}]
        users: [{name: u, user: {}}]
        current-context: c
        """);
    try (var cut =
        Stacks.with(
            root,
            EngineOptions.defaults()
                .withKubeconfig(new Kubeconfig.File(silent))
                .withRequestTimeout(Duration.ofSeconds(5)))) {
      // when
      var refresh = Attempts.failureOf(() -> cut.stack("one", context -> {}).refresh());
      var destroy = Attempts.failureOf(() -> cut.stack("one", context -> {}).destroy());
      // then
      assertThat(refresh.failureClass()).isEqualTo(FailureClass.CLUSTER_UNREACHABLE);
      assertThat(destroy.failureClass()).isEqualTo(FailureClass.CLUSTER_UNREACHABLE);
      assertThat(stacks.urns("one")).containsExactlyElementsOf(before);
    }
    stacks.stack("one", context -> {}).destroy(DestroyOptions.builder().build());
    assertThat(stacks.resources("one")).isEmpty();
  }

  @Test
  void refusesWhatSomeoneElseMade() throws Exception {
    // given
    live.client()
        .namespaces()
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
    // when
    var failure = up(context -> Programs.namespace(namespace));
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.ALREADY_EXISTS);
    assertThat(stacks.urns("one")).noneMatch(urn -> urn.contains("Namespace"));
  }

  @Test
  void tellsAFieldThatAnotherManagerHolds() throws Exception {
    // given
    stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1"))).up();
    live.client()
        .configMaps()
        .inNamespace(namespace)
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName("a")
                .withNamespace(namespace)
                .endMetadata()
                .addToData("content", "theirs")
                .build())
        .fieldManager("somebody-else")
        .forceConflicts()
        .serverSideApply();
    // when
    var failure = up(Programs.configMaps(namespace, Map.of("a", "2")));
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.CONFLICT);
    assertThat(failure.message()).contains("somebody-else", ".data.content");
  }

  @Test
  void tellsAProgramThatFails() throws Exception {
    // given
    Consumer<Context> program =
        context -> {
          throw new IllegalArgumentException("values make no sense");
        };
    // when
    var failure = up(program);
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.PROGRAM_FAILED);
    assertThat(failure.message()).contains("values make no sense").doesNotContain("\tat ");
  }

  @Test
  void deletesNothingWhenTheProgramFails() throws Exception {
    // given
    stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1"))).up();
    // when
    up(
        context -> {
          throw new IllegalStateException("no");
        });
    // then
    assertThat(live.configMap(namespace, "a")).isNotNull();
    assertThat(stacks.urns("one")).contains("kubernetes:core/v1:ConfigMap::a");
  }

  @Test
  void refusesByNameWhatItCannotDo() throws Exception {
    // given
    Consumer<Context> settings =
        context ->
            new Provider("p", ProviderArgs.builder().renderYamlToDirectory("/tmp/x").build());
    // when
    var ofSetting = up(settings);
    var plan = UpOptions.builder().plan("plan.json").build();
    var ofPlan = Attempts.failureOf(() -> stacks.stack("one", context -> {}).up(plan));
    // then
    assertThat(ofSetting.message()).contains("renderYamlToDirectory", "use the pulumi CLI engine");
    assertThat(ofPlan.message()).contains("the flag --plan of up");
    assertThat(List.of(ofSetting, ofPlan))
        .allMatch(failure -> failure.failureClass() == FailureClass.UNSUPPORTED);
  }

  @Test
  void refusesOtherWaysOfNaming() throws Exception {
    // given
    var stack = stacks.stack("one", context -> {});
    stack.setConfig("pulumi:autonaming", new ConfigValue("{\"mode\": \"verbatim\"}"));
    // when
    var failure = Attempts.failureOf(stack::up);
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.UNSUPPORTED);
    assertThat(failure.message()).contains("pulumi:autonaming");
  }

  private Consumer<Context> badMap(String name) {
    return context ->
        new ConfigMap(
            "bad",
            ConfigMapArgs.builder()
                .metadata(
                    ObjectMetaArgs.builder()
                        .name(name)
                        .namespace(Programs.name(Programs.namespace(namespace)))
                        .build())
                .build());
  }

  private EngineFailure up(Consumer<Context> program) {
    return Attempts.failureOf(() -> stacks.stack("one", program).up());
  }
}
