package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.pulumi.automation.LocalPulumiCommand;
import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.OperationType;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class ParityTest {
  @TempDir Path root;

  @Test
  void takesTurnsWithTheCommandLineOnOneStack(TestCluster cluster) throws Exception {
    assumeTrue(isInstalled(), "no pulumi on PATH: parity with the command line is not tested");
    try (var stacks = Stacks.on(root, cluster.kubeconfig())) {
      // given
      var namespace = cluster.uniqueName("parity");
      var program = Programs.configMaps(namespace, Map.of("a", "1"));
      stacks.stack("one", program).up();
      var ours = stacks.urns("one");
      // when
      var options = stacks.options("one");
      var environment = new HashMap<>(options.environmentVariables());
      environment.put("KUBECONFIG", cluster.kubeconfig().toString());
      var theirs =
          LocalWorkspace.selectStack(
              Stacks.PROJECT,
              "one",
              program,
              LocalWorkspaceOptions.builder()
                  .pulumiCommand(LocalPulumiCommand.create())
                  .workDir(options.workDir())
                  .environmentVariables(environment)
                  .build());
      var result = theirs.up();
      // then
      assertThat(result.summary().resourceChanges()).containsOnlyKeys(OperationType.SAME);
      assertThat(stacks.urns("one")).containsExactlyInAnyOrderElementsOf(ours);
      stacks.stack("one", program).destroy();
      assertThat(stacks.resources("one")).isEmpty();
    }
  }

  private static boolean isInstalled() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, "pulumi"))
        .anyMatch(Files::isExecutable);
  }
}
