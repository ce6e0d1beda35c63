package dev.helium.launcher.values;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A word from a command line as what a schema wants it to be. */
final class TypedValue {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String WHOLE = "-?\\d{1,18}";
  private static final String NUMBER = "-?\\d{1,18}(\\.\\d{1,18})?([eE][+-]?\\d{1,2})?";

  /** What a word looks like that nobody describes. */
  private static final List<String> LIKELY = List.of("integer", "boolean");

  private TypedValue() {}

  /** Text where it is none of what is wanted: what is wrong with it, the server says. */
  static JsonNode of(String word, ValueSchema schema) {
    List<String> types = schema.types();
    if (types.contains("string")) {
      return NODES.textNode(word);
    }
    return (types.isEmpty() ? LIKELY : types)
        .stream()
            .map(type -> as(type, word, schema))
            .flatMap(Optional::stream)
            .findFirst()
            .orElseGet(() -> NODES.textNode(word));
  }

  private static Optional<JsonNode> as(String type, String word, ValueSchema schema) {
    return switch (type) {
      case "integer" ->
          word.matches(WHOLE)
              ? Optional.of(NODES.numberNode(Long.parseLong(word)))
              : Optional.empty();
      case "number" ->
          word.matches(NUMBER)
              ? Optional.of(NODES.numberNode(new BigDecimal(word)))
              : Optional.empty();
      case "boolean" ->
          word.equals("true") || word.equals("false")
              ? Optional.of(NODES.booleanNode(Boolean.parseBoolean(word)))
              : Optional.empty();
      case "array" ->
          json(word).filter(JsonNode::isArray).or(() -> Optional.of(list(word, schema)));
      case "object" -> json(word).filter(JsonNode::isObject);
      default -> Optional.empty();
    };
  }

  private static JsonNode list(String word, ValueSchema schema) {
    ArrayNode list = NODES.arrayNode();
    for (String member : word.split(",", -1)) {
      list.add(of(member, schema.members()));
    }
    return list;
  }

  private static Optional<JsonNode> json(String word) {
    try {
      return Optional.of(MAPPER.readTree(word));
    } catch (JsonProcessingException none) {
      return Optional.empty();
    }
  }
}
