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
          "uid",
          "resourceVersion",
          "managedFields",
          "clusterIP",
          "clusterIPs",
          "nodePort",
          "created",
          "modified",
          "sourcePosition",
          "stackTrace");

  /** What the cluster adds to objects; in inputs they would be the program's. */
  private static final Set<String> LEFT_OUT_OF_OUTPUTS = Set.of("status", "creationTimestamp");

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
    result.set("pending_operations", clean(node.path("pending_operations"), false));
    return result;
  }

  private ArrayNode resources(JsonNode resources) {
    var sorted = new ArrayList<JsonNode>();
    resources.forEach(resource -> sorted.add(clean(resource, false)));
    sorted.sort(Comparator.comparing(JsonNode::toString));
    var array = JsonNodeFactory.instance.arrayNode();
    array.addAll(sorted);
    return array;
  }

  private JsonNode clean(JsonNode node, boolean live) {
    if (node.isTextual()) {
      return JsonNodeFactory.instance.textNode(clean(node.asText()));
    }
    if (node.isArray()) {
      var array = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> array.add(clean(element, live)));
      return array;
    }
    if (node.isObject()) {
      return cleanObject(node, live);
    }
    return node.isMissingNode() ? JsonNodeFactory.instance.arrayNode() : node;
  }

  private ObjectNode cleanObject(JsonNode node, boolean live) {
    var fields = new TreeMap<String, JsonNode>();
    node.properties()
        .forEach(
            field -> {
              var name = field.getKey();
              var isLive = (live || name.equals("outputs")) && !name.equals("__inputs");
              if (!LEFT_OUT.contains(name) && !(live && LEFT_OUT_OF_OUTPUTS.contains(name))) {
                fields.put(clean(name), clean(field.getValue(), isLive));
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
