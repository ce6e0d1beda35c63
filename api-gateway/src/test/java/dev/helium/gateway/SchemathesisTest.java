package dev.helium.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Has a tool that knows nothing but the contract look for answers that it does not allow. */
class SchemathesisTest {
  private static final String TOOL = "schemathesis";
  private static final long LONGEST_MINUTES = 20;

  @TempDir Path directory;

  @Test
  void everyAnswerIsOneThatTheContractAllows() throws IOException, InterruptedException {
    assumeTrue(isOnThePath(), TOOL + " is not on the path");
    // given
    try (TestDeployment deployment = new TestDeployment(directory)) {
      Path output = directory.resolve("output");
      // when
      Process run =
          new ProcessBuilder(
                  TOOL,
                  "--config-file",
                  Path.of("src/test/resources/schemathesis.toml").toAbsolutePath().toString(),
                  "run",
                  "http://127.0.0.1:" + deployment.gateway.port() + "/openapi.yaml",
                  "--header",
                  "Authorization: Bearer " + TestGateway.TOKEN,
                  "--max-examples",
                  System.getProperty("helium.examples", "10"),
                  "--seed",
                  "20261128")
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = run.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
      run.destroyForcibly();
      // then
      assertThat(ended).as("it comes to its end").isTrue();
      assertThat(run.exitValue()).as(Files.readString(output)).isZero();
    }
  }

  private static boolean isOnThePath() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, TOOL)));
  }
}
