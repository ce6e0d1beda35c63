package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.Context;
import com.pulumi.automation.ConfigValue;
import com.pulumi.automation.UpOptions;
import com.pulumi.automation.events.EngineEvent;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.ProviderArgs;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class SecretsTest {
  private static final String SECRET = "tell-nobody-this";

  @TempDir Path root;
  private Stacks stacks;
  private Live live;
  private String name;

  @BeforeEach
  void open(TestCluster cluster) {
    stacks = Stacks.on(root, cluster.kubeconfig());
    live = new Live(cluster);
    name = cluster.uniqueName("secrets");
  }

  @AfterEach
  void close() {
    stacks.close();
    live.close();
  }

  @Test
  void keepsSecretsOutOfEveryFileAndEvent() throws Exception {
    // given
    var stack = stacks.stack("one", this::program);
    stack.setAllConfig(Map.of("content", new ConfigValue(SECRET, true)));
    var events = new ArrayList<EngineEvent>();
    // when
    var result = stack.up(UpOptions.builder().onEvent(events::add).build());
    // then
    assertThat(live.configMap("default", name).getData()).containsEntry("content", SECRET);
    assertThat(new ObjectMapper().writeValueAsString(plain(events))).doesNotContain(SECRET);
    assertThat(result.standardOutput()).doesNotContain(SECRET);
    assertThat(filesThatContain(SECRET)).isEmpty();
    assertThat(filesThatContain(Stacks.PASSPHRASE)).isEmpty();
    var data = stacks.resources("one").get(2).path("inputs").path("data");
    assertThat(data.path("4dabf18193072939515e22adb298388d").asText())
        .isEqualTo("1b47061264138c4ac30d75fd1eb44270");
    assertThat(data.path("ciphertext").asText()).startsWith("v1:");
    stack.destroy();
  }

  @Test
  void showsSecretOutputsOnlyToWhoAsks() throws Exception {
    // given
    var stack = stacks.stack("one", this::program);
    stack.setAllConfig(Map.of("content", new ConfigValue(SECRET, true)));
    // when
    var outputs = stack.up().outputs();
    // then
    assertThat(outputs.get("content").value()).isEqualTo(SECRET);
    assertThat(outputs.get("content").isSecret()).isTrue();
    assertThat(outputs.get("open").isSecret()).isFalse();
    assertThat(stack.exportStack().deployment().toString()).contains(SECRET);
    stack.destroy();
  }

  @Test
  void opensSecretsWithTheSaltInTheStateWhenTheWorkDirectoryIsNew() throws Exception {
    // given
    var stack = stacks.stack("one", this::program);
    stack.setAllConfig(Map.of("content", new ConfigValue(SECRET, true)));
    stack.up();
    var salt = stacks.deployment("one").path("secrets_providers").path("state").path("salt");
    Files.delete(stacks.settings("one"));
    try (var later = Stacks.ofAnotherProcess(root, cluster())) {
      // when
      var reopened = later.stack("one", context -> {});
      // then
      assertThat(reopened.getOutputs().get("content").value()).isEqualTo(SECRET);
      assertThat(Files.readString(stacks.settings("one"))).contains(salt.asText());
      reopened.destroy();
    }
  }

  @Test
  void refusesAnotherPassphrase() throws Exception {
    // given
    var stack = stacks.stack("one", this::program);
    stack.setAllConfig(Map.of("content", new ConfigValue(SECRET, true)));
    stack.up();
    var other = stacks.with("PULUMI_CONFIG_PASSPHRASE", "wrong");
    // when
    var failure = Attempts.failureOf(() -> other.stack("one", this::program).up());
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.WRONG_PASSPHRASE);
    stack.destroy();
  }

  @Test
  void takesSecretsOutOfMessages() throws Exception {
    // given
    var stack =
        stacks.stack(
            "one",
            context -> {
              throw new IllegalStateException(
                  "cannot parse " + context.config().require("content"));
            });
    stack.setAllConfig(Map.of("content", new ConfigValue(SECRET, true)));
    // when
    var failure = Attempts.failureOf(stack::up);
    // then
    assertThat(failure.message()).contains("cannot parse [secret]").doesNotContain(SECRET);
  }

  @Test
  void talksToTheClusterOfAnExplicitProvider() throws Exception {
    // given
    var kubeconfig = Files.readString(cluster());
    try (var elsewhere =
        Stacks.with(
            root,
            EngineOptions.defaults().withKubeconfig(new Kubeconfig.Content("kind: Config\n")))) {
      Consumer<Context> program =
          context -> {
            var provider =
                new Provider(
                    "cluster",
                    ProviderArgs.builder().kubeconfig(Output.ofSecret(kubeconfig)).build());
            new ConfigMap(
                "map",
                ConfigMapArgs.builder().build(),
                CustomResourceOptions.builder().provider(provider).build());
          };
      // when
      var stack = elsewhere.stack("one", program);
      stack.up();
      // then
      assertThat(stacks.urns("one")).contains("pulumi:providers:kubernetes::cluster");
      assertThat(filesThatContain("client-key-data")).isEmpty();
      stack.destroy();
    }
  }

  private Path cluster() {
    return live.kubeconfig();
  }

  private void program(Context context) {
    var content = context.config().requireSecret("content");
    Programs.configMap("default", name, content);
    context.export("content", content);
    context.export("open", Output.of("nothing special"));
  }

  private List<Object> plain(List<EngineEvent> events) {
    var plain = new ArrayList<Object>();
    for (var event : events) {
      if (event.resourcePreEvent() != null) {
        plain.add(event.resourcePreEvent().metadata().new_().inputs());
      }
      if (event.resourceOutputsEvent() != null) {
        plain.add(event.resourceOutputsEvent().metadata().new_().outputs());
      }
      if (event.preludeEvent() != null) {
        plain.add(event.preludeEvent().config());
      }
    }
    assertThat(plain).hasSizeGreaterThan(6);
    return plain;
  }

  private List<Path> filesThatContain(String text) throws IOException {
    try (var files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).filter(file -> contains(file, text)).toList();
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return Files.readString(file).contains(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
