package dev.helium.launcher.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files of the project that these tests hold to their rules. */
final class ObserveFiles {
  static final Path ROOT = Path.of(System.getProperty("helium.root"));
  static final Path COMPOSE = ROOT.resolve("compose");
  static final Path PROMETHEUS = COMPOSE.resolve("observe/prometheus");
  static final Path GRAFANA = COMPOSE.resolve("observe/grafana");

  private static final ObjectMapper JSON = new ObjectMapper();

  private ObserveFiles() {}

  /** One rule of Prometheus; empty texts where it has none. */
  record Rule(String record, String alert, String query, JsonNode labels, JsonNode annotations) {
    boolean isAlert() {
      return !alert.isEmpty();
    }

    String name() {
      return isAlert() ? alert : record;
    }
  }

  static List<Rule> rules() {
    return in(PROMETHEUS.resolve("rules"), ".yml").stream()
        .flatMap(file -> stream(yaml(file).path("groups")))
        .flatMap(group -> stream(group.path("rules")))
        .map(
            rule ->
                new Rule(
                    rule.path("record").asText(),
                    rule.path("alert").asText(),
                    rule.path("expr").asText(),
                    rule.path("labels"),
                    rule.path("annotations")))
        .toList();
  }

  static List<Rule> alerts() {
    return rules().stream().filter(Rule::isAlert).toList();
  }

  /** The files of a folder that end so, in the order of their names. */
  static List<Path> in(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static JsonNode yaml(Path file) {
    return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text(file)));
  }

  static JsonNode json(Path file) {
    try {
      return JSON.readTree(text(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(file.toString(), failure);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  /** A program on the path. */
  static Optional<Path> onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .map(folder -> Path.of(folder).resolve(program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
