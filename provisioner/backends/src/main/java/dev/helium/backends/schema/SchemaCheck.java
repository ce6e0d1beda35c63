package dev.helium.backends.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;

/** Holds values against a schema. The one place that knows the library for it. Thread-safe. */
public final class SchemaCheck {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Object> tree;
  private final Schema schema;

  /**
   * @param tree a JSON Schema (2020-12) without references
   */
  public SchemaCheck(Map<String, Object> tree) {
    this.tree = tree;
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(json(tree));
  }

  /** Every rule that is broken, each once, in the order of the schema. */
  public List<Broken> check(Map<String, Object> values) {
    SchemaWords words = new SchemaWords(tree);
    return schema.validate(json(values), InputFormat.JSON).stream()
        .flatMap(words::of)
        .distinct()
        .toList();
  }

  private static String json(Map<String, Object> value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree that is no JSON", impossible);
    }
  }

  /**
   * A rule that is broken.
   *
   * @param path of the value, names between dots; empty for the whole
   */
  public record Broken(String path, String rule) {}
}
