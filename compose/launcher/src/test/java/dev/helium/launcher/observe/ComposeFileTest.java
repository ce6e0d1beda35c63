package dev.helium.launcher.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
        .flatMap(service -> ObserveFiles.stream(service.path("volumes")))
        .map(volume -> volume.asText().split(":", -1)[0])
        .forEach(
            source -> {
              if (source.startsWith("./")) {
                assertThat(ObserveFiles.COMPOSE.resolve(source)).exists();
              } else {
                assertThat(volumes).contains(source);
              }
            });
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
  @ValueSource(strings = {"collect", "ready", "secrets", "service"})
  void canBeRun(String script) {
    Path file = ObserveFiles.COMPOSE.resolve("docker").resolve(script);
    assertThat(Files.isExecutable(file)).isTrue();
    assertThat(List.of("#!/bin/sh", "#!/bin/bash"))
        .contains(ObserveFiles.text(file).lines().findFirst().orElse(""));
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
