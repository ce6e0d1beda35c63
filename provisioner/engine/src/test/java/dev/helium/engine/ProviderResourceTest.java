package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.Context;
import com.pulumi.automation.ConfigValue;
import com.pulumi.automation.OperationType;
import com.pulumi.core.Alias;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.ProviderArgs;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class ProviderResourceTest {
  private static final String DEFAULT = "pulumi:providers:kubernetes::default_4_0_0";

  @TempDir Path root;
  private Stacks stacks;
  private Live live;
  private String name;

  @BeforeEach
  void open(TestCluster cluster) {
    stacks = Stacks.on(root, cluster.kubeconfig());
    live = new Live(cluster);
    name = cluster.uniqueName("provider");
  }

  @AfterEach
  void close() throws Exception {
    stacks.stack("one", context -> {}).destroy();
    stacks.close();
    live.close();
  }

  @Test
  void configuresDefaultProvidersFromTheStack() throws Exception {
    // given
    var stack = stacks.stack("one", context -> map(options()));
    stack.setAllConfig(Map.of("kubernetes:namespace", new ConfigValue("kube-public", true)));
    // when
    stack.up();
    // then
    assertThat(live.configMap("kube-public", name)).isNotNull();
    var provider = recorded(DEFAULT);
    assertThat(provider.path("inputs").path("namespace").has("ciphertext")).isTrue();
    assertThat(provider.path("inputs").path("version").asText()).isEqualTo("4.0.0");
    assertThat(provider.path("inputs").path("__internal")).isEmpty();
    assertThat(provider.path("inputs").has("__internal")).isTrue();
    assertThat(provider.path("outputs").has("__internal")).isFalse();
  }

  @Test
  void refusesDefaultProvidersThatTheStackRulesOut() throws Exception {
    // given
    var stack = stacks.stack("one", context -> map(options()));
    stack.setAllConfig(
        Map.of("pulumi:disable-default-providers", new ConfigValue("[\"kubernetes\"]")));
    // when
    var failure = Attempts.failureOf(stack::up);
    // then
    assertThat(failure.message())
        .contains("default provider for 'kubernetes' disabled")
        .contains("'kubernetes:core/v1:ConfigMap' must use an explicit provider");
  }

  @Test
  void refusesAListOfDefaultProvidersThatIsNone() throws Exception {
    // given
    var stack = stacks.stack("one", context -> map(options()));
    stack.setAllConfig(Map.of("pulumi:disable-default-providers", new ConfigValue("kubernetes")));
    // when
    var failure = Attempts.failureOf(stack::up);
    // then
    assertThat(failure.message()).contains("pulumi:disable-default-providers", "JSON list");
  }

  @Test
  void notesWhereAPackageComesFrom() throws Exception {
    // given
    var url = "https://example.com/plugins";
    // when
    up(context -> map(options().pluginDownloadURL(url)));
    // then
    var provider = recorded(DEFAULT + "_https_/example.com/plugins");
    assertThat(provider.path("inputs").path("__internal").path("pluginDownloadURL").asText())
        .isEqualTo(url);
  }

  @Test
  void updatesAProviderInPlace() throws Exception {
    // given
    up(explicit("default"));
    var id = recorded("pulumi:providers:kubernetes::cluster").path("id").asText();
    // when
    var changes = up(explicit("kube-public"));
    // then
    assertThat(changes).containsEntry(OperationType.UPDATE, 1);
    var provider = recorded("pulumi:providers:kubernetes::cluster");
    assertThat(provider.path("id").asText()).isEqualTo(id);
    assertThat(provider.path("outputs").path("namespace").asText()).isEqualTo("kube-public");
  }

  @Test
  void keepsResourcesOfAProviderThatWasRenamed() throws Exception {
    // given
    up(explicit("default"));
    var uid = live.configMap("default", name).getMetadata().getUid();
    // when
    var changes =
        up(
            context -> {
              var renamed =
                  new Provider(
                      "renamed",
                      ProviderArgs.builder().namespace("default").build(),
                      CustomResourceOptions.builder()
                          .aliases(Alias.builder().name("cluster").build())
                          .build());
              fixed(options().provider(renamed));
            });
    // then
    assertThat(changes).containsOnlyKeys(OperationType.SAME);
    assertThat(live.configMap("default", name).getMetadata().getUid()).isEqualTo(uid);
    assertThat(recorded("kubernetes:core/v1:ConfigMap::map").path("provider").asText())
        .contains("::renamed::");
  }

  @Test
  void movesFromTheDefaultProviderToOneOfTheSameCluster() throws Exception {
    // given
    up(context -> fixed(options()));
    var uid = live.configMap("default", name).getMetadata().getUid();
    // when
    up(explicit("default"));
    // then
    assertThat(live.configMap("default", name).getMetadata().getUid()).isEqualTo(uid);
    assertThat(recorded("kubernetes:core/v1:ConfigMap::map").path("provider").asText())
        .contains("::cluster::");
    assertThat(stacks.urns("one")).doesNotContain(DEFAULT);
  }

  @Test
  void handsProvidersOfComponentsDown() throws Exception {
    // given
    var kubeconfig = Files.readString(live.kubeconfig());
    // when
    up(
        context -> {
          var cluster =
              new Provider(
                  "cluster",
                  ProviderArgs.builder()
                      .kubeconfig(Output.ofSecret(kubeconfig))
                      .namespace("kube-public")
                      .build());
          var group =
              new ComponentResource(
                  "test:index:Group",
                  "group",
                  ComponentResourceOptions.builder().providers(cluster).build()) {};
          map(options().parent(group));
        });
    // then
    assertThat(live.configMap("kube-public", name)).isNotNull();
    assertThat(stacks.urns("one")).doesNotContain(DEFAULT);
  }

  private Consumer<Context> explicit(String namespace) {
    return context -> {
      var provider = new Provider("cluster", ProviderArgs.builder().namespace(namespace).build());
      fixed(options().provider(provider));
    };
  }

  private void map(CustomResourceOptions.Builder options) {
    map(ObjectMetaArgs.builder().name(name), options);
  }

  private void fixed(CustomResourceOptions.Builder options) {
    map(ObjectMetaArgs.builder().name(name).namespace("default"), options);
  }

  private static void map(ObjectMetaArgs.Builder metadata, CustomResourceOptions.Builder options) {
    new ConfigMap(
        "map",
        ConfigMapArgs.builder().metadata(metadata.build()).data(Map.of("content", "1")).build(),
        options.build());
  }

  private static CustomResourceOptions.Builder options() {
    return CustomResourceOptions.builder();
  }

  private JsonNode recorded(String name) {
    return stacks.resources("one").get(stacks.urns("one").indexOf(name));
  }

  private Map<OperationType, Integer> up(Consumer<Context> program) throws Exception {
    return stacks.stack("one", program).up().summary().resourceChanges();
  }
}
