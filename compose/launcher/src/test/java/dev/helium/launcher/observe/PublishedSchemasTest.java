package dev.helium.launcher.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.helium.cluster.process.BoundedCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Grafana and the Compose specification publish of their formats, as Go modules pinned by
 * checksum, says whether the files here are right. Skipped where there is no Go.
 */
class PublishedSchemasTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Path CHECKS = ObserveFiles.COMPOSE.resolve("observe/checks");

  @TempDir Path directory;

  @Test
  void findsNothingWrongWithTheDashboards() throws IOException {
    // given
    List<Path> files = ObserveFiles.in(ObserveFiles.GRAFANA.resolve("dashboards"), ".json");
    Path wrong = directory.resolve("wrong.json");
    Files.writeString(wrong, Files.readString(files.getFirst()).replace("\"gridPos\"", "\"grid\""));

    // when / then
    assertThat(check("./dashboards", files)).endsWith(files.size() + " dashboards, 0 wrong\n");
    assertThat(check("./dashboards", List.of(wrong))).contains("unexpected field 'grid'");
  }

  @Test
  void findsNothingWrongWithTheComposeFile() throws IOException {
    // given
    Path file = ObserveFiles.COMPOSE.resolve("compose.yaml");
    Path wrong = directory.resolve("compose.yaml");
    Files.writeString(wrong, "services: {one: {image: some, helthcheck: {}}}\n");

    // when / then
    assertThat(check("./composition", List.of(file))).isEqualTo("10 services\n");
    assertThat(check("./composition", List.of(wrong))).contains("services.one");
  }

  private static String check(String program, List<Path> files) throws IOException {
    Optional<Path> go = ObserveFiles.onPath("go");
    assumeTrue(go.isPresent(), "Go is not here, and with it the published schemas");
    List<String> command =
        new ArrayList<>(List.of(go.get().toString(), "run", "-mod=readonly", program));
    files.forEach(file -> command.add(file.toString()));
    Path output = Files.createTempFile("helium-check-", ".log");
    try {
      BoundedCommand.follow(
          command,
          CHECKS,
          Map.of("CGO_ENABLED", "0", "GOFLAGS", "-buildvcs=false", "GOWORK", "off"),
          output,
          LIMIT,
          elapsed -> {});
      return Files.readString(output).replaceAll("(?m)^(go: .*|exit status .*)\n", "");
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
