package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Who owns which fields of a live object, as its {@code managedFields} say. */
final class FieldOwnership {
  private static final String APPLY = "Apply";

  /**
   * Managers whose fields pass to the stack, as the provider plugin does: they wrote the object
   * without server-side apply, for the same user or for the stack itself.
   */
  private static final List<String> FORERUNNERS =
      List.of("kubectl", "before-first-apply", "pulumi-kubernetes", "pulumi-resource-kubernetes");

  private FieldOwnership() {}

  /** True when the object has fields of this manager. */
  static boolean owns(String manager, JsonNode live) {
    for (var entry : entries(live)) {
      if (manager.equals(manager(entry))) {
        return true;
      }
    }
    return false;
  }

  /** True when the field is someone else's and not this manager's. */
  static boolean isOthers(String manager, List<String> field, JsonNode live) {
    var theirs = false;
    for (var entry : entries(live)) {
      var owned = has(entry.path("fieldsV1"), field);
      if (owned && manager.equals(manager(entry))) {
        return false;
      }
      theirs |= owned;
    }
    return theirs;
  }

  /** True when fields should pass to this manager before it applies. */
  static boolean hasForerunners(String manager, JsonNode live) {
    for (var entry : entries(live)) {
      if (isForerunner(manager, entry)) {
        return true;
      }
    }
    return false;
  }

  /** The managed fields, with everything of the forerunners in this manager's hands. */
  static ArrayNode handedOver(String manager, JsonNode live) {
    var result = JsonNodeFactory.instance.arrayNode();
    var own = JsonNodeFactory.instance.objectNode();
    own.put("manager", manager)
        .put("operation", APPLY)
        .put("apiVersion", live.path("apiVersion").asText())
        .put("fieldsType", "FieldsV1")
        .putObject("fieldsV1");
    for (var entry : entries(live)) {
      var isOwn = manager.equals(manager(entry)) && APPLY.equals(operation(entry));
      if (isOwn || isForerunner(manager, entry)) {
        merge((ObjectNode) own.path("fieldsV1"), entry.path("fieldsV1"));
      } else {
        result.add(entry.deepCopy());
      }
    }
    return result.add(own);
  }

  private static boolean isForerunner(String manager, JsonNode entry) {
    var name = manager(entry);
    if (entry.hasNonNull("subresource")
        || (APPLY.equals(operation(entry)) && (name.equals(manager) || !name.equals("kubectl")))) {
      return false;
    }
    return FORERUNNERS.stream().anyMatch(name::startsWith);
  }

  private static boolean has(JsonNode fields, List<String> path) {
    var at = fields;
    for (var segment : path) {
      at = at.path("f:" + segment);
    }
    return at.isObject();
  }

  private static void merge(ObjectNode into, JsonNode fields) {
    fields
        .properties()
        .forEach(
            field -> {
              if (into.path(field.getKey()) instanceof ObjectNode known) {
                merge(known, field.getValue());
              } else {
                into.set(field.getKey(), field.getValue().deepCopy());
              }
            });
  }

  private static JsonNode entries(JsonNode live) {
    return live.path("metadata").path("managedFields");
  }

  private static String manager(JsonNode entry) {
    return entry.path("manager").asText();
  }

  private static String operation(JsonNode entry) {
    return entry.path("operation").asText();
  }
}
