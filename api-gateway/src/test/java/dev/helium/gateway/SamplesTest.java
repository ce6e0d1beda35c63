package dev.helium.gateway;

import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What others begin with works as it stands there. */
@ExtendWith(SharedDeployment.class)
final class SamplesTest {
  private static final Path SAMPLES =
      Path.of(System.getProperty("helium.root"), "compose", "samples");
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir static Path directory;
  private static TestDeployment deployment;

  @BeforeAll
  static void start(TestDeployment shared) {
    deployment = shared;
  }

  @Test
  void theOneForTheShellPrintsEvents() throws IOException {
    assumeTrue(isThere("curl"), "there is no curl on this machine");
    printsEvents("shell", "sh", SAMPLES.resolve("follow.sh").toString());
  }

  @Test
  void theOneInPythonPrintsEvents() throws IOException {
    assumeTrue(isThere("python3"), "there is no python3 on this machine");
    printsEvents("python", "python3", SAMPLES.resolve("follow.py").toString());
  }

  @Test
  void theOneInJavaPrintsEventsStraightFromKafka() throws IOException {
    // given
    create("before-java");
    // when
    try (Sample sample =
        new Sample(
            "java",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            SAMPLES.resolve("FollowEvents.java").toString(),
            deployment.bootstrap(),
            "beginning")) {
      // then
      sample.awaitLine("created.v1 before-java 1 {");
      create("during-java");
      sample.awaitLine("created.v1 during-java 1 {");
    }
  }

  @Test
  void aRefusalEndsThem() throws IOException {
    assumeTrue(isThere("python3"), "there is no python3 on this machine");
    try (Sample sample =
        new Sample("refused", "python3", SAMPLES.resolve("follow.py").toString(), "from=noon")) {
      assertThat(sample.exitCode()).isEqualTo(1);
      assertThat(sample.lines().toList()).anyMatch(line -> line.contains("422"));
    }
  }

  private static void printsEvents(String name, String... command) throws IOException {
    // given
    create("before-" + name);
    // when
    try (Sample sample =
        new Sample(
            name,
            Stream.concat(
                    Stream.of(command),
                    Stream.of(
                        "from=beginning&workspace=before-" + name + "&workspace=during-" + name))
                .toArray(String[]::new))) {
      // then
      sample.awaitLine("before-" + name + "/provisioner/1");
      create("during-" + name);
      sample.awaitLine("during-" + name + "/provisioner/1");
      assertThat(sample.lines().map(JsonObject::new).map(event -> event.getString("subject")))
          .containsExactly("before-" + name, "during-" + name);
    }
  }

  private static void create(String name) {
    assertThat(
            deployment
                .client
                .post(WORKSPACE + "?wait=decided", JSON, "{\"name\":\"" + name + "\"}")
                .statusCode())
        .isEqualTo(202);
  }

  private static boolean isThere(String program) {
    return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** A sample that runs, and what it has written. */
  private static final class Sample implements AutoCloseable {
    private final Path output;
    private final Process process;

    Sample(String name, String... command) throws IOException {
      output = directory.resolve(name + ".out");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().put("HELIUM_URL", "http://127.0.0.1:" + deployment.gateway.port());
      builder
          .environment()
          .put("HELIUM_TOKEN_FILE", deployment.directory.resolve("token").toString());
      process = builder.start();
    }

    void awaitLine(String part) {
      await()
          .atMost(LONG)
          .until(() -> lines().anyMatch(line -> line.contains(part)) || !process.isAlive());
      assertThat(lines().toList()).anyMatch(line -> line.contains(part));
    }

    Stream<String> lines() {
      try {
        return Files.readString(output, UTF_8).lines();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    int exitCode() {
      await().atMost(LONG).until(() -> !process.isAlive());
      return process.exitValue();
    }

    @Override
    public void close() {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }
}
