package dev.helium.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Documents that differ from a given one, in the fields that records have. */
final class Variants {
  /** Their fields are named by people and not by a schema. */
  private static final Set<String> MAPS =
      Set.of("parameters", "uploads", "outputs", "addresses", "labels", "profiles", "fields");

  private Variants() {}

  /** One for each field, without it. */
  static List<JsonNode> withoutAField(JsonNode document) {
    return each(document, ObjectNode::remove);
  }

  /** One for each field, with something else in it. */
  static List<JsonNode> withAnotherType(JsonNode document) {
    return each(document, (parent, field) -> parent.set(field, other(parent.get(field))));
  }

  /** One, with a field more in every record of it. */
  static JsonNode withMoreFields(JsonNode document) {
    JsonNode copy = document.deepCopy();
    records(copy, false).forEach(parent -> parent.putObject("aFieldOfTheFuture").put("is", "new"));
    return copy;
  }

  private static List<JsonNode> each(JsonNode document, BiConsumer<ObjectNode, String> change) {
    List<JsonNode> variants = new ArrayList<>();
    int records = records(document, false).size();
    for (int index = 0; index < records; index++) {
      for (String field : names(records(document, false).get(index))) {
        JsonNode copy = document.deepCopy();
        change.accept(records(copy, false).get(index), field);
        variants.add(copy);
      }
    }
    return variants;
  }

  private static JsonNode other(JsonNode value) {
    return value.isTextual()
        ? JsonNodeFactory.instance.numberNode(7)
        : JsonNodeFactory.instance.textNode("seven");
  }

  /** Every object that is no map, outer ones first. */
  private static List<ObjectNode> records(JsonNode node, boolean map) {
    List<ObjectNode> found = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      if (!map) {
        found.add(object);
      }
      names(object).forEach(name -> found.addAll(records(object.get(name), isMap(name) && !map)));
    } else {
      node.forEach(element -> found.addAll(records(element, false)));
    }
    return found;
  }

  private static boolean isMap(String name) {
    return MAPS.contains(name);
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
