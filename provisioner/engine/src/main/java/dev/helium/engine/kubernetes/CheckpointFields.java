package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.property.PlainValues;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import dev.helium.engine.property.SecretMarks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Objects between the API server's form and the state's, where the provider plugin keeps notes of
 * its own.
 */
final class CheckpointFields {
  static final String FIELD_MANAGER = "__fieldManager";
  private static final String INPUTS = "__inputs";
  private static final String INITIAL_API_VERSION = "__initialApiVersion";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private CheckpointFields() {}

  /** What the state keeps of a live object; secret wherever its inputs are. */
  static ObjectValue outputs(ObjectValue inputs, JsonNode live, String fieldManager) {
    return SecretObjects.marked(SecretMarks.carry(inputs, fromJson(live)))
        .with(INPUTS, inputs)
        .with(INITIAL_API_VERSION, new TextValue(inputs.text("apiVersion")))
        .with(FIELD_MANAGER, new TextValue(fieldManager));
  }

  /** The recorded live object without the notes and without secrecy. */
  static ObjectValue live(ObjectValue outputs) {
    return SecretMarks.reveal(
        outputs.without(INPUTS).without(INITIAL_API_VERSION).without(FIELD_MANAGER));
  }

  static ObjectValue fromJson(JsonNode object) {
    Map<?, ?> plain = MAPPER.convertValue(object, Map.class);
    return PlainValues.ofMap((Map<?, ?>) renamed(plain, "x-kubernetes-", "x_kubernetes_"));
  }

  /** The object to send; secrets are in clear. */
  static ObjectNode toJson(ObjectValue inputs) {
    var plain = renamed(PlainValues.revealed(inputs), "x_kubernetes_", "x-kubernetes-");
    return MAPPER.valueToTree(plain);
  }

  /** Programs cannot spell a dash in a field name, the schema of custom resources has some. */
  private static Object renamed(Object value, String from, String to) {
    return switch (value) {
      case Map<?, ?> map -> {
        var result = new LinkedHashMap<String, Object>();
        map.forEach(
            (name, field) -> {
              var text = name.toString();
              var key = text.startsWith(from) ? rename(text, from, to) : text;
              result.put(key, renamed(field, from, to));
            });
        yield result;
      }
      case List<?> list ->
          list.stream()
              .map(element -> renamed(element, from, to))
              .collect(Collectors.toCollection(ArrayList::new));
      case null -> null;
      default -> value;
    };
  }

  private static String rename(String name, String from, String to) {
    var rest = name.substring(from.length());
    return to + (to.endsWith("-") ? rest.replace('_', '-') : rest.replace('-', '_'));
  }
}
