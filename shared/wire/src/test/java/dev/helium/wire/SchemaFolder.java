package dev.helium.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The published schemas. */
final class SchemaFolder {
  static final Path PATH =
      Path.of(
          System.getProperty("helium.root"), "shared/wire/src/main/resources/dev/helium/schemas");

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final String BASE = "https://schemas.test/";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, JsonNode> files;
  private final SchemaRegistry registry;

  private SchemaFolder(Map<String, JsonNode> files) {
    this.files = files;
    Map<String, String> byLocation =
        files.entrySet().stream()
            .collect(
                Collectors.toMap(file -> BASE + file.getKey(), file -> file.getValue().toString()));
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemas(byLocation)
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  /** As they are. */
  static SchemaFolder published() {
    return new SchemaFolder(read());
  }

  /** Taking no field that they do not name. */
  static SchemaFolder closed() {
    Map<String, JsonNode> files = read();
    files.values().forEach(SchemaFolder::close);
    return new SchemaFolder(files);
  }

  /** The types that have a schema. */
  Set<String> types() {
    return files.keySet().stream()
        .filter(name -> !name.contains("/"))
        .map(name -> name.substring(0, name.length() - ".json".length()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Every file by its path in the folder. */
  Map<String, JsonNode> files() {
    return Map.copyOf(files);
  }

  /** What is wrong with a document; empty when nothing is. */
  List<String> problems(String schema, JsonNode document) {
    return problems(SchemaLocation.of(BASE + schema), document);
  }

  /** What is wrong with a schema itself; empty when nothing is. */
  List<String> problemsOfSchema(JsonNode schema) {
    return problems(SchemaLocation.of(DIALECT), schema);
  }

  private List<String> problems(SchemaLocation location, JsonNode document) {
    return registry.getSchema(location).validate(document.toString(), InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object && object.has("properties") && !object.has("$ref")) {
      object.put("additionalProperties", false);
    }
    node.forEach(SchemaFolder::close);
  }

  private static Map<String, JsonNode> read() {
    Map<String, JsonNode> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(PATH)) {
      for (Path path : paths.filter(each -> each.toString().endsWith(".json")).toList()) {
        files.put(PATH.relativize(path).toString(), MAPPER.readTree(path.toFile()));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return files;
  }
}
