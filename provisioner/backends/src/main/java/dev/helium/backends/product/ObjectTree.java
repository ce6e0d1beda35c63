package dev.helium.backends.product;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.backends.schema.Trees;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Kubernetes object as maps, lists and plain values, which can be changed without knowing its
 * kind. Not for use by several threads.
 *
 * @param tree all of it; maps in it can be changed
 * @param namespaced whether it lives in a namespace
 */
public record ObjectTree(Map<String, Object> tree, boolean namespaced) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

  /** A copy. */
  public static ObjectTree of(HasMetadata object) {
    try {
      return new ObjectTree(
          JSON.readValue(JSON.writeValueAsBytes(object), MAP), object instanceof Namespaced);
    } catch (IOException impossible) {
      throw new UncheckedIOException("an object that is no JSON", impossible);
    }
  }

  public String apiVersion() {
    return String.valueOf(tree.get("apiVersion"));
  }

  public String kind() {
    return String.valueOf(tree.get("kind"));
  }

  public String name() {
    return String.valueOf(Trees.find(tree, "metadata.name").orElse(""));
  }

  public Map<String, Object> metadata() {
    return Trees.inner(tree, "metadata");
  }

  /** The template of the pods that it makes, if it makes some. */
  public Optional<Map<String, Object>> podTemplate() {
    Map<String, Object> spec = inside(tree, "spec");
    Map<String, Object> owner =
        kind().equals("CronJob") ? inside(inside(spec, "jobTemplate"), "spec") : spec;
    Map<String, Object> template = inside(owner, "template");
    return template.get("spec") instanceof Map ? Optional.of(template) : Optional.empty();
  }

  /** What it makes of itself besides pods: jobs and claims. */
  public List<Map<String, Object>> otherTemplates() {
    List<Map<String, Object>> templates = new ArrayList<>();
    Map<String, Object> spec = inside(tree, "spec");
    if (kind().equals("CronJob")) {
      templates.add(Trees.inner(spec, "jobTemplate"));
    }
    if (spec.get("volumeClaimTemplates") instanceof List<?> claims) {
      claims.forEach(claim -> templates.add(map(claim)));
    }
    return templates;
  }

  /** The map of that name; an empty one that belongs to nothing when there is none. */
  private static Map<String, Object> inside(Map<String, Object> map, String name) {
    return map.get(name) instanceof Map<?, ?> there ? map(there) : Map.of();
  }

  // Read from JSON, where names are texts.
  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
