package dev.helium.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.property.Signatures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The version of a document and the features that version 4 lists. A document that uses no feature
 * has version 3, so that older CLIs can read it.
 */
public final class DocumentVersion {
  private static final int WITH_FEATURES = 4;
  private static final int MAXIMUM_SHOWN = 40;

  /** What this engine does justice to. */
  private static final Set<String> UNDERSTOOD = Set.of("replaceWith", "byteString");

  private static final Map<String, String> OF_RESOURCES =
      new TreeMap<>(
          Map.of(
              "refreshBeforeUpdate", "refreshBeforeUpdate",
              "viewOf", "views",
              "resourceHooks", "hooks",
              "taint", "taint",
              "replaceWith", "replaceWith",
              "snippetID", "snippets-prototype",
              "extensionRef", "extensionParameterization"));

  private DocumentVersion() {}

  /** An object with the version that a deployment needs, and its features if there are any. */
  public static ObjectNode of(JsonNode deployment) {
    var features = new TreeSet<String>();
    collect(deployment.path("resources"), features);
    deployment
        .path("pending_operations")
        .forEach(operation -> collect(List.of(operation.path("resource")), features));
    var node = JsonNodeFactory.instance.objectNode();
    node.put("version", features.isEmpty() ? DeploymentJson.VERSION : WITH_FEATURES);
    if (!features.isEmpty()) {
      var array = node.putArray("features");
      features.forEach(array::add);
    }
    return node;
  }

  /** Throws an {@link IllegalArgumentException} unless the document can be read by this engine. */
  public static void require(JsonNode document) {
    var version = document.path("version");
    if (!version.isInt()) {
      throw new IllegalArgumentException("it has no version");
    }
    if (version.intValue() == WITH_FEATURES) {
      new DocumentFields(document, "it").texts("features").forEach(DocumentVersion::understood);
    } else if (version.intValue() != DeploymentJson.VERSION) {
      throw new IllegalArgumentException(
          "it has version " + version.intValue() + ", this engine knows 3 and 4");
    }
  }

  private static void understood(String feature) {
    if (!UNDERSTOOD.contains(feature)) {
      throw new IllegalArgumentException(
          "it needs the feature "
              + feature.substring(0, Math.min(feature.length(), MAXIMUM_SHOWN))
              + ", which the embedded engine does not have; use the pulumi CLI engine");
    }
  }

  private static void collect(Iterable<JsonNode> resources, SortedSet<String> features) {
    for (var resource : resources) {
      features.addAll(
          resource instanceof WrittenResource written ? written.features() : featuresOf(resource));
    }
  }

  /** The features that a resource uses. */
  static Set<String> featuresOf(JsonNode resource) {
    var features = new TreeSet<String>();
    OF_RESOURCES.forEach(
        (field, feature) -> {
          if (resource.has(field)) {
            features.add(feature);
          }
        });
    if (hasBytes(resource.path("inputs")) || hasBytes(resource.path("outputs"))) {
      features.add("byteString");
    }
    return features;
  }

  private static boolean hasBytes(JsonNode value) {
    if (Signatures.BYTES.equals(value.path(Signatures.KEY).asText())) {
      return true;
    }
    for (var element : value) {
      if (element.isContainerNode() && hasBytes(element)) {
        return true;
      }
    }
    return false;
  }
}
