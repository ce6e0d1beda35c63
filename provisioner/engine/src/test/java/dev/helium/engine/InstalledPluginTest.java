package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.annotations.ResourceType;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the provider {@code random} where it is installed in the Pulumi home. */
class InstalledPluginTest {
  @TempDir Path root;

  @Test
  void runsARealProvider() throws Exception {
    // given
    var home = home();
    Assumptions.assumeTrue(isInstalled(home), "the plugin random is installed in " + home);
    Files.createSymbolicLink(
        Files.createDirectory(root.resolve("home")).resolve("plugins"), home.resolve("plugins"));
    try (var stacks = Stacks.with(root, EngineOptions.defaults())) {
      var stack = stacks.stack("one", context -> context.export("word", word("w", 12).result()));
      // when
      var first = stack.up().outputs().get("word").value().toString();
      var second = stack.up().outputs().get("word").value().toString();
      // then
      assertThat(first).hasSize(12).isEqualTo(second);
      stack.refresh();
      var longer =
          stacks.stack("one", context -> context.export("word", word("w", 20).result())).up();
      assertThat(longer.outputs().get("word").value().toString()).hasSize(20);
      stack.destroy();
      assertThat(stacks.resources("one")).isEmpty();
    }
  }

  private static RandomString word(String name, int length) {
    return new RandomString(name, new RandomArgs(length));
  }

  private static Path home() {
    var home = System.getenv("PULUMI_HOME");
    return home == null ? Path.of(System.getProperty("user.home"), ".pulumi") : Path.of(home);
  }

  private static boolean isInstalled(Path home) throws IOException {
    var plugins = home.resolve("plugins");
    if (!Files.isDirectory(plugins)) {
      return false;
    }
    try (var folders = Files.list(plugins)) {
      return folders.anyMatch(
          folder -> folder.getFileName().toString().matches("resource-random-v[0-9.]+"));
    }
  }

  @ResourceType(type = "random:index/randomString:RandomString")
  private static final class RandomString extends CustomResource {
    @Export(name = "result", refs = String.class, tree = "[0]")
    private Output<String> result;

    private RandomString(String name, RandomArgs inputs) {
      super("random:index/randomString:RandomString", name, inputs, CustomResourceOptions.Empty);
    }

    private Output<String> result() {
      return result;
    }
  }

  @SuppressWarnings("UnusedVariable") // The SDK reads the field.
  private static final class RandomArgs extends ResourceArgs {
    @Import(name = "length")
    private final int length;

    private RandomArgs(int length) {
      this.length = length;
    }
  }
}
