package dev.helium.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.property.PropertyJson;
import dev.helium.engine.property.PropertyValue.NullValue;
import dev.helium.engine.state.ResourceState.Condition;
import dev.helium.engine.state.ResourceState.Links;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One resource in a deployment document of version 3. */
final class ResourceJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> KNOWN =
      Set.of(
          "urn",
          "custom",
          "delete",
          "id",
          "type",
          "inputs",
          "outputs",
          "parent",
          "protect",
          "external",
          "dependencies",
          "initErrors",
          "provider",
          "propertyDependencies",
          "pendingReplacement",
          "additionalSecretOutputs",
          "customTimeouts",
          "retainOnDelete",
          "deletedWith",
          "created",
          "modified",
          "ignoreChanges",
          "replaceOnChanges",
          "importID",
          "replaceWith",
          "hideDiff",
          "replacementTrigger");

  private final PropertyJson properties;

  ResourceJson(PropertyJson properties) {
    this.properties = properties;
  }

  ObjectNode write(ResourceState resource) {
    var node = NODES.objectNode();
    var options = resource.options();
    node.put("urn", resource.urn()).put("custom", resource.custom());
    flag(node, "delete", resource.condition().delete());
    text(node, "id", resource.id());
    node.put("type", resource.type());
    if (!resource.inputs().fields().isEmpty()) {
      node.set("inputs", properties.write(resource.inputs()));
    }
    if (!resource.outputs().fields().isEmpty()) {
      node.set("outputs", properties.write(resource.outputs()));
    }
    text(node, "parent", resource.links().parent());
    flag(node, "protect", options.protect());
    flag(node, "external", resource.condition().external());
    texts(node, "dependencies", resource.links().dependencies());
    texts(node, "initErrors", resource.condition().initErrors());
    text(node, "provider", resource.links().provider());
    if (!resource.links().propertyDependencies().isEmpty()) {
      var byProperty = node.putObject("propertyDependencies");
      new TreeMap<>(resource.links().propertyDependencies())
          .forEach((property, urns) -> byProperty.set(property, array(urns)));
    }
    flag(node, "pendingReplacement", resource.condition().pendingReplacement());
    texts(node, "additionalSecretOutputs", options.additionalSecretOutputs());
    if (!options.customTimeouts().isEmpty()) {
      var timeouts = node.putObject("customTimeouts");
      // The document counts in seconds.
      new TreeMap<>(options.customTimeouts())
          .forEach((name, timeout) -> timeouts.set(name, seconds(timeout)));
    }
    text(node, "importID", options.importId());
    flag(node, "retainOnDelete", options.retainOnDelete());
    text(node, "deletedWith", options.deletedWith());
    texts(node, "replaceWith", options.replaceWith());
    time(node, "created", resource.created());
    time(node, "modified", resource.modified());
    texts(node, "ignoreChanges", options.ignoreChanges());
    texts(node, "replaceOnChanges", options.replaceOnChanges());
    texts(node, "hideDiff", options.hideDiffs());
    if (!(options.replacementTrigger() instanceof NullValue)) {
      node.set("replacementTrigger", properties.write(options.replacementTrigger()));
    }
    node.setAll(resource.rest().deepCopy());
    return node;
  }

  ResourceState read(JsonNode node) {
    var rest = NODES.objectNode();
    node.properties().stream()
        .filter(field -> !KNOWN.contains(field.getKey()))
        .forEach(field -> rest.set(field.getKey(), field.getValue()));
    return new ResourceState(
        required(node, "urn"),
        required(node, "type"),
        node.path("custom").asBoolean(),
        node.path("id").asText(""),
        properties.readObject(node.path("inputs")),
        properties.readObject(node.path("outputs")),
        readLinks(node),
        readOptions(node),
        new Condition(
            node.path("delete").asBoolean(),
            node.path("pendingReplacement").asBoolean(),
            node.path("external").asBoolean(),
            texts(node.path("initErrors"))),
        time(node.path("created")),
        time(node.path("modified")),
        rest);
  }

  private static Links readLinks(JsonNode node) {
    var byProperty = new TreeMap<String, List<String>>();
    node.path("propertyDependencies")
        .properties()
        .forEach(field -> byProperty.put(field.getKey(), texts(field.getValue())));
    return new Links(
        node.path("parent").asText(""),
        node.path("provider").asText(""),
        texts(node.path("dependencies")),
        byProperty);
  }

  private ResourceOptions readOptions(JsonNode node) {
    var timeouts = new TreeMap<String, Duration>();
    node.path("customTimeouts")
        .properties()
        .forEach(
            field ->
                timeouts.put(
                    field.getKey(),
                    Duration.ofMillis(Math.round(field.getValue().asDouble() * 1000))));
    return new ResourceOptions(
        node.path("protect").asBoolean(),
        node.path("retainOnDelete").asBoolean(),
        node.path("deletedWith").asText(""),
        texts(node.path("additionalSecretOutputs")),
        texts(node.path("ignoreChanges")),
        texts(node.path("replaceOnChanges")),
        Map.copyOf(timeouts),
        node.path("importID").asText(""),
        texts(node.path("replaceWith")),
        properties.read(node.path("replacementTrigger")),
        texts(node.path("hideDiff")));
  }

  private static JsonNode seconds(Duration time) {
    var isWhole = time.toMillis() % 1000 == 0;
    return isWhole
        ? NODES.numberNode(time.toSeconds())
        : NODES.numberNode(time.toMillis() / 1000.0);
  }

  private static String required(JsonNode node, String name) {
    var value = node.path(name).asText("");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a resource has no " + name);
    }
    return value;
  }

  private static void flag(ObjectNode node, String name, boolean value) {
    if (value) {
      node.put(name, true);
    }
  }

  private static void text(ObjectNode node, String name, String value) {
    if (!value.isEmpty()) {
      node.put(name, value);
    }
  }

  private static void texts(ObjectNode node, String name, List<String> values) {
    if (!values.isEmpty()) {
      node.set(name, array(values));
    }
  }

  private static void time(ObjectNode node, String name, Instant value) {
    if (value != null) {
      node.put(name, value.toString());
    }
  }

  private static Instant time(JsonNode node) {
    var text = node.asText("");
    return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
  }

  private static JsonNode array(List<String> values) {
    var array = NODES.arrayNode(values.size());
    values.forEach(array::add);
    return array;
  }

  private static List<String> texts(JsonNode node) {
    var texts = new ArrayList<String>(node.size());
    node.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
