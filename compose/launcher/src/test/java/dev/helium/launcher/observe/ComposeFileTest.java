package dev.helium.launcher.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.cluster.process.BoundedCommand;
import dev.helium.launcher.stack.RunbookPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the schema does not say: everything is there, is asked whether it is well, and is told no
 * secret but by file.
 */
class ComposeFileTest {
  private static final JsonNode FILE =
      merged(ObserveFiles.yaml(ObserveFiles.COMPOSE.resolve("compose.yaml")));
  private static final Set<String> SERVICES =
      Set.of("api-gateway", "provisioner", "status-watcher", "deletion-controller");

  /** How rules and pages of the project name it, which leads nowhere outside of it. */
  private static final String RUNBOOK = "compose/RUNBOOK.md";

  private static final String PLACER = "observe";
  private static final Duration LIMIT = Duration.ofMinutes(1);

  @Test
  void startsEverything() {
    assertThat(services())
        .containsKeys("kafka", "k3s", "prometheus", "grafana")
        .containsKeys(SERVICES.toArray(String[]::new));
  }

  @Test
  void asksEachContainerWhetherItIsWellAndStartsItAgain() {
    services()
        .forEach(
            (name, service) -> {
              if (service.path("restart").asText().equals("no")) {
                assertThat(service.has("healthcheck")).describedAs(name).isFalse();
              } else {
                assertThat(service.path("restart").asText()).describedAs(name).isNotBlank();
                assertThat(service.path("healthcheck").path("test")).describedAs(name).isNotEmpty();
              }
            });
  }

  @Test
  void pinsEveryImageByItsWholeVersion() {
    // given
    String dockerfile = ObserveFiles.text(ObserveFiles.COMPOSE.resolve("docker/Dockerfile"));

    // then
    services().values().stream()
        .map(service -> service.path("image").asText())
        .filter(image -> !image.equals("helium:local"))
        .forEach(image -> assertThat(image).matches(".+:v?\\d+\\.\\d+\\.\\d+.*"));
    assertThat(dockerfile.lines().filter(line -> line.startsWith("FROM ")))
        .isNotEmpty()
        .allMatch(line -> line.matches("FROM [^ ]+:\\d+\\.\\d+\\.\\d+.*"));
  }

  @Test
  void tellsSecretsByFileAndToTheirReaderOnly() {
    assertThat(FILE.path("secrets")).isNotEmpty().allMatch(secret -> secret.has("file"));
    services()
        .forEach(
            (name, service) -> {
              Set<String> told =
                  service
                      .path("environment")
                      .propertyStream()
                      .filter(variable -> variable.getValue().asText().startsWith("/run/secrets/"))
                      .map(
                          variable ->
                              variable.getValue().asText().substring("/run/secrets/".length()))
                      .collect(Collectors.toSet());
              Set<String> given =
                  ObserveFiles.stream(service.path("secrets"))
                      .map(JsonNode::asText)
                      .collect(Collectors.toSet());
              assertThat(given).describedAs(name).isEqualTo(told);
              assertThat(service.path("environment").fieldNames())
                  .toIterable()
                  .filteredOn(
                      variable -> variable.matches(".*(TOKEN|PASSWORD|PASSPHRASE|SECRET).*"))
                  .allMatch(variable -> variable.contains("FILE"));
            });
  }

  @Test
  void showsItselfToThisMachineOnly() {
    services().values().stream()
        .flatMap(service -> ObserveFiles.stream(service.path("ports")))
        .forEach(port -> assertThat(port.asText()).startsWith("127.0.0.1:"));
  }

  @Test
  void mountsOnlyFilesThatThereAreAndVolumesThatAreNamed() {
    Set<String> volumes = new TreeSet<>();
    FILE.path("volumes").fieldNames().forEachRemaining(volumes::add);
    services().values().stream()
        .flatMap(ComposeFileTest::mounts)
        .forEach(
            mount -> {
              if (mount.isFile()) {
                assertThat(mount.file()).exists();
              } else {
                assertThat(volumes).contains(mount.source());
              }
            });
  }

  @Test
  void givesNobodyWhoGoesOnAFileWhoseLinksLeadNowhere() {
    assertThat(
            services().values().stream()
                .filter(service -> !service.path("restart").asText().equals("no"))
                .flatMap(ComposeFileTest::mounts)
                .filter(Mount::isFile)
                .flatMap(mount -> files(mount.file())))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(ObserveFiles.text(file)).doesNotContain(RUNBOOK));
  }

  @Test
  void placesRulesAndPagesWhoseLinksLeadToTheRunbook(@TempDir Path root) throws IOException {
    // given what the container would see
    JsonNode placer = services().get(PLACER);
    for (Mount mount : mounts(placer).toList()) {
      Path place = root.resolve(mount.target().substring(1));
      if (mount.isFile()) {
        Files.createDirectories(place.getParent());
        Files.createSymbolicLink(place, mount.file());
      } else {
        Files.createDirectories(place);
      }
    }
    Path old = Files.createFile(root.resolve("to/rules/old.yml"));
    List<String> command =
        Stream.of(placer.path("entrypoint"), placer.path("command"))
            .flatMap(ObserveFiles::stream)
            .map(JsonNode::asText)
            .map(word -> word.equals("/bin/sh") ? word : root.resolve(word.substring(1)).toString())
            .toList();

    // when
    BoundedCommand.Result result =
        BoundedCommand.run(
            command, Map.of("HELIUM_RUNBOOK_URL", "https://runbook.example/?a&b|c"), LIMIT);

    // then
    assertThat(result).isEqualTo(new BoundedCommand.Result(0, ""));
    assertPlaced(root.resolve("from/rules"), root.resolve("to/rules"));
    assertPlaced(root.resolve("from/dashboards"), root.resolve("to/dashboards"));
    assertThat(old).doesNotExist();
    assertThat(root.resolve("to/rules/alerts.yml"))
        .content()
        .contains("https://runbook.example/?a&b|c#a-process-does-not-answer");
    assertThat(ObserveFiles.json(root.resolve("to/dashboards/fleet.json")).findValuesAsText("url"))
        .contains("https://runbook.example/?a&b|c#a-process-does-not-answer");
  }

  @Test
  void showsTheRunbookItselfWhereNobodySaysAnotherPlace(@TempDir Path root) throws IOException {
    // given
    Path from = Files.createDirectory(root.resolve("from"));
    Files.createFile(Files.createDirectories(from.resolve("rules")).resolve("rules.yml"));
    Files.createFile(Files.createDirectories(from.resolve("dashboards")).resolve("page.json"));
    Path written = from.resolve("RUNBOOK.md");
    Files.writeString(
        written,
        ObserveFiles.text(ObserveFiles.COMPOSE.resolve("RUNBOOK.md")) + "`{{ $labels }}` & <b>\n");
    String script = ObserveFiles.COMPOSE.resolve("docker/observe").toString();

    // when
    BoundedCommand.Result result =
        BoundedCommand.run(
            List.of("/bin/sh", script, from.toString(), root.resolve("to").toString()),
            Map.of("HELIUM_RUNBOOK_URL", "https://runbook.example"),
            LIMIT);

    // then
    assertThat(result).isEqualTo(new BoundedCommand.Result(0, ""));
    assertThat(root.resolve("to/runbook/runbook.html"))
        .content()
        .contains(
            ObserveFiles.text(written)
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> "<h2 id=\"%s\">".formatted(RunbookPage.anchor(line.substring(3))))
                .toList())
        .contains("`{{\"{{\"}} $labels }}` &amp; &lt;b&gt;");
    assertThat(services().get(PLACER).path("environment").path("HELIUM_RUNBOOK_URL").asText())
        .startsWith("${HELIUM_RUNBOOK_URL:-")
        .endsWith("/consoles/runbook.html}");
    assertThat(
            ObserveFiles.stream(services().get("prometheus").path("command")).map(JsonNode::asText))
        .contains("--web.console.templates=/etc/helium/runbook");
    assertThat(mounts(services().get("prometheus")))
        .contains(new Mount("runbook", "/etc/helium/runbook"));
  }

  @Test
  void takesTheRightsOfTheServicesAway() {
    services().entrySet().stream()
        .filter(service -> SERVICES.contains(service.getKey()))
        .forEach(
            service -> {
              assertThat(service.getValue().path("read_only").asBoolean()).isTrue();
              assertThat(service.getValue().path("cap_drop").get(0).asText()).isEqualTo("ALL");
              assertThat(service.getValue().path("privileged").asBoolean(false)).isFalse();
            });
  }

  @Test
  void showsPrometheusEveryService() {
    assertThat(
            ObserveFiles.json(ObserveFiles.COMPOSE.resolve("docker/targets.json"))
                .findValuesAsText("process"))
        .containsExactlyInAnyOrderElementsOf(SERVICES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"collect", "observe", "ready", "secrets", "service"})
  void canBeRun(String script) {
    Path file = ObserveFiles.COMPOSE.resolve("docker").resolve(script);
    assertThat(Files.isExecutable(file)).isTrue();
    assertThat(List.of("#!/bin/sh", "#!/bin/bash"))
        .contains(ObserveFiles.text(file).lines().findFirst().orElse(""));
  }

  /**
   * What a container sees of a file of the project, or of a volume.
   *
   * @param source a path from the folder of the compose file, or the name of a volume
   */
  private record Mount(String source, String target) {
    boolean isFile() {
      return source.startsWith("./");
    }

    Path file() {
      return ObserveFiles.COMPOSE.resolve(source).normalize();
    }
  }

  private static Stream<Mount> mounts(JsonNode service) {
    return ObserveFiles.stream(service.path("volumes"))
        .map(volume -> volume.asText().split(":", -1))
        .map(parts -> new Mount(parts[0], parts[1]));
  }

  private static Stream<Path> files(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Everything is there, and nothing of it leads nowhere. */
  private static void assertPlaced(Path from, Path to) {
    assertThat(names(to)).isNotEmpty().isEqualTo(names(from));
    assertThat(files(to))
        .allSatisfy(file -> assertThat(ObserveFiles.text(file)).doesNotContain(RUNBOOK));
  }

  private static List<String> names(Path folder) {
    return ObserveFiles.in(folder, "").stream().map(file -> file.getFileName().toString()).toList();
  }

  /** With what `<<` brings put in its place, which YAML 1.2 leaves to whoever reads. */
  private static JsonNode merged(JsonNode node) {
    if (!(node instanceof ObjectNode)) {
      return node;
    }
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    JsonNode more = node.path("<<");
    (more.isArray() ? ObserveFiles.stream(more) : Stream.of(more))
        .flatMap(part -> merged(part).propertyStream())
        .forEach(field -> whole.set(field.getKey(), field.getValue()));
    node.propertyStream()
        .filter(field -> !field.getKey().equals("<<"))
        .forEach(field -> whole.set(field.getKey(), merged(field.getValue())));
    return whole;
  }

  private static Map<String, JsonNode> services() {
    return FILE.path("services")
        .propertyStream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
