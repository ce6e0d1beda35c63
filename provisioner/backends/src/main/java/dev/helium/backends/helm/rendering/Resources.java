package dev.helium.backends.helm.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What kinds an API server offers, as it says itself: documents by their paths, such as {@code
 * /version}, {@code /apis} and {@code /apis/apps/v1}.
 */
public record Resources(Map<String, String> documents) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GROUPS = "/apis";

  public Resources {
    documents = Collections.unmodifiableMap(new TreeMap<>(documents));
  }

  /** Such as {@code v1.36.3}. */
  public String version() {
    return document("/version").path("gitVersion").asText("v0.0.0");
  }

  /** Whether objects of a kind live in namespaces; nothing when it is not known. */
  public Optional<Boolean> namespaced(String apiVersion, String kind) {
    for (JsonNode resource : document(path(apiVersion)).path("resources")) {
      if (resource.path("kind").asText().equals(kind)
          && !resource.path("name").asText().contains("/")) {
        return Optional.of(resource.path("namespaced").asBoolean());
      }
    }
    return Optional.empty();
  }

  /** The same and the kinds that a definition (CustomResourceDefinition, v1) adds. */
  public Resources with(JsonNode definition) {
    JsonNode said = definition.path("spec");
    String group = said.path("group").asText();
    Map<String, String> all = new TreeMap<>(documents);
    for (JsonNode version : said.path("versions")) {
      if (version.path("served").asBoolean()) {
        add(all, group, version.path("name").asText(), said);
      }
    }
    return new Resources(all);
  }

  private static void add(Map<String, String> all, String group, String version, JsonNode said) {
    String groupVersion = group + "/" + version;
    ObjectNode list = object(all.getOrDefault(path(groupVersion), "{}"));
    list.put("kind", "APIResourceList").put("apiVersion", "v1").put("groupVersion", groupVersion);
    ObjectNode resource = list.withArray("resources").addObject();
    resource
        .put("name", said.path("names").path("plural").asText())
        .put("singularName", said.path("names").path("singular").asText())
        .put("kind", said.path("names").path("kind").asText())
        .put("namespaced", !said.path("scope").asText().equals("Cluster"));
    for (String verb :
        new String[] {"create", "delete", "get", "list", "patch", "update", "watch"}) {
      resource.withArray("verbs").add(verb);
    }
    all.put(path(groupVersion), list.toString());
    ObjectNode groups = object(all.getOrDefault(GROUPS, "{}"));
    groups.put("kind", "APIGroupList").put("apiVersion", "v1");
    version(group(groups.withArray("groups"), group), group, version);
    all.put(GROUPS, groups.toString());
  }

  private static ObjectNode group(ArrayNode groups, String name) {
    for (JsonNode group : groups) {
      if (group.path("name").asText().equals(name) && group instanceof ObjectNode known) {
        return known;
      }
    }
    return groups.addObject().put("name", name);
  }

  private static void version(ObjectNode group, String name, String version) {
    ArrayNode versions = group.withArray("versions");
    for (JsonNode known : versions) {
      if (known.path("version").asText().equals(version)) {
        return;
      }
    }
    ObjectNode added =
        versions.addObject().put("groupVersion", name + "/" + version).put("version", version);
    if (!group.has("preferredVersion")) {
      group.set("preferredVersion", added.deepCopy());
    }
  }

  private static String path(String apiVersion) {
    return (apiVersion.contains("/") ? GROUPS : "/api") + "/" + apiVersion;
  }

  private JsonNode document(String path) {
    return object(documents.getOrDefault(path, "{}"));
  }

  private static ObjectNode object(String json) {
    try {
      return JSON.readTree(json) instanceof ObjectNode object ? object : JSON.createObjectNode();
    } catch (IOException unfit) {
      throw new IllegalStateException("a document of an API server that is no JSON", unfit);
    }
  }
}
