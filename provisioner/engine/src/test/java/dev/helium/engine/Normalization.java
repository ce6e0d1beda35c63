package dev.helium.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Takes out of a deployment what differs between any two runs: times, identifiers, random names.
 */
final class Normalization {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Set<String> LEFT_OUT =
      Set.of(
          "__internal",
          "uid",
          "resourceVersion",
          "creationTimestamp",
          "managedFields",
          "clusterIP",
          "clusterIPs",
          "nodePort",
          "status",
          "created",
          "modified",
          "sourcePosition",
          "stackTrace");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern MANAGER = Pattern.compile("pulumi-kubernetes-[0-9a-f]{8,16}");
  private static final Pattern SUFFIX = Pattern.compile("-[0-9a-f]{8}\\b");

  private final String namespace;

  Normalization(String namespace) {
    this.namespace = namespace;
  }

  JsonNode of(Map<String, Object> deployment) {
    JsonNode node = MAPPER.valueToTree(deployment);
    var result = JsonNodeFactory.instance.objectNode();
    result.set("resources", resources(node.path("resources")));
    result.set("pending_operations", clean(node.path("pending_operations")));
    return result;
  }

  private ArrayNode resources(JsonNode resources) {
    var sorted = new ArrayList<JsonNode>();
    resources.forEach(resource -> sorted.add(clean(resource)));
    sorted.sort(Comparator.comparing(JsonNode::toString));
    var array = JsonNodeFactory.instance.arrayNode();
    array.addAll(sorted);
    return array;
  }

  private JsonNode clean(JsonNode node) {
    if (node.isTextual()) {
      return JsonNodeFactory.instance.textNode(clean(node.asText()));
    }
    if (node.isArray()) {
      var array = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> array.add(clean(element)));
      return array;
    }
    if (node.isObject()) {
      return cleanObject(node);
    }
    return node.isMissingNode() ? JsonNodeFactory.instance.arrayNode() : node;
  }

  private ObjectNode cleanObject(JsonNode node) {
    var fields = new TreeMap<String, JsonNode>();
    node.properties()
        .forEach(
            field -> {
              if (!LEFT_OUT.contains(field.getKey())) {
                fields.put(clean(field.getKey()), clean(field.getValue()));
              }
            });
    var object = JsonNodeFactory.instance.objectNode();
    object.setAll(fields);
    return object;
  }

  private String clean(String text) {
    var known = text.replace(namespace, "NAMESPACE");
    var unnamed = UUID.matcher(known).replaceAll("UUID");
    var managed = MANAGER.matcher(unnamed).replaceAll("MANAGER");
    return SUFFIX.matcher(managed).replaceAll("-SUFFIX");
  }
}
