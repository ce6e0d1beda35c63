package dev.helium.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class KubeconfigTemplateTest {
  @TempDir Path directory;

  @Test
  void turnsTheShellToTheNamespaceOfTheWorkspaceAndChangesNoOtherFile(TestCluster cluster)
      throws IOException, InterruptedException {
    // given
    assumeTrue(isOnThePath("kubectl"), "kubectl is not on the path");
    String namespace = cluster.newNamespace("turned-to");
    Path folder = Files.createDirectories(directory.resolve("it's a $(home) with \"signs\""));
    Path kubeconfig = Files.copy(cluster.kubeconfig(), folder.resolve("kubeconfig"));
    String before = Files.readString(kubeconfig);
    String command =
        KubeconfigTemplate.of(kubeconfig, folder)
            .replace("{id}", "blue")
            .replace("{namespace}", namespace);

    // when
    String printed =
        run(
            command
                + " && kubectl config view --minify --output 'jsonpath={..namespace}{\"\\n\"}'"
                + " && kubectl get serviceaccounts --output name");

    // then
    assertThat(printed.lines().toList()).endsWith(namespace, "serviceaccount/default");
    assertThat(folder.resolve("blue")).exists();
    assertThat(kubeconfig).hasContent(before);
  }

  private String run(String command) throws IOException, InterruptedException {
    Path output = directory.resolve("output");
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-c", command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    shell.environment().remove("KUBECONFIG");
    shell.environment().put("HOME", directory.toString());
    int code = shell.start().waitFor();
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(code).as(printed).isZero();
    return printed;
  }

  private static boolean isOnThePath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
