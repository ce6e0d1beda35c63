package dev.helium.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.property.NumberJson;
import dev.helium.engine.property.PropertyJson;
import dev.helium.engine.property.PropertyValue.NullValue;
import dev.helium.engine.state.ResourceState.Condition;
import dev.helium.engine.state.ResourceState.Links;
import java.time.Duration;
import java.time.Instant;
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

  /** In seconds; a long counts that many in nanoseconds. */
  private static final double LONGEST_TIMEOUT = 1e9;

  private final PropertyJson properties;

  ResourceJson(PropertyJson properties) {
    this.properties = properties;
  }

  ObjectNode write(ResourceState resource) {
    var node = new WrittenResource();
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

  /** Throws an {@link IllegalArgumentException} for a field of another type than the CLI's. */
  ResourceState read(JsonNode node) {
    var urn = new DocumentFields(node, "a resource").required("urn");
    var fields = new DocumentFields(node, "resource " + urn);
    return new ResourceState(
        urn,
        fields.required("type"),
        fields.flag("custom"),
        fields.text("id"),
        properties.readObject(fields.object("inputs")),
        properties.readObject(fields.object("outputs")),
        new Links(
            fields.text("parent"),
            fields.text("provider"),
            fields.texts("dependencies"),
            fields.textsByName("propertyDependencies")),
        readOptions(fields),
        new Condition(
            fields.flag("delete"),
            fields.flag("pendingReplacement"),
            fields.flag("external"),
            fields.texts("initErrors")),
        fields.time("created"),
        fields.time("modified"),
        fields.rest(KNOWN));
  }

  private ResourceOptions readOptions(DocumentFields fields) {
    var timeouts = new TreeMap<String, Duration>();
    fields
        .object("customTimeouts")
        .properties()
        .forEach(field -> timeouts.put(field.getKey(), timeout(field.getValue())));
    return new ResourceOptions(
        fields.flag("protect"),
        fields.flag("retainOnDelete"),
        fields.text("deletedWith"),
        fields.texts("additionalSecretOutputs"),
        fields.texts("ignoreChanges"),
        fields.texts("replaceOnChanges"),
        Map.copyOf(timeouts),
        fields.text("importID"),
        fields.texts("replaceWith"),
        properties.read(fields.value("replacementTrigger")),
        fields.texts("hideDiff"));
  }

  private static Duration timeout(JsonNode seconds) {
    var value = seconds.doubleValue();
    if (!seconds.isNumber() || !(Math.abs(value) <= LONGEST_TIMEOUT)) {
      throw new IllegalArgumentException("a custom timeout is no number of seconds");
    }
    return Duration.ofNanos(Math.round(value * 1e9));
  }

  private static JsonNode seconds(Duration time) {
    return NumberJson.write(time.toNanos() / 1e9);
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

  private static JsonNode array(List<String> values) {
    var array = NODES.arrayNode(values.size());
    values.forEach(array::add);
    return array;
  }
}
