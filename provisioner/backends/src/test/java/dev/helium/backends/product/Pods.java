package dev.helium.backends.product;

import dev.helium.backends.schema.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parts of pods as trees. */
final class Pods {
  private Pods() {}

  /** The pod that an object makes; nothing in it when it makes none. */
  static Map<String, Object> of(ObjectTree object) {
    return object
        .podTemplate()
        .map(template -> Trees.map(template.get("spec"), "spec"))
        .orElse(Map.of());
  }

  static List<Map<String, Object>> maps(Map<String, Object> map, String name) {
    List<Map<String, Object>> maps = new ArrayList<>();
    if (map.get(name) instanceof List<?> list) {
      list.forEach(each -> maps.add(Trees.map(each, name)));
    }
    return maps;
  }

  /** Those that run first, and the others. */
  static List<Map<String, Object>> containers(Map<String, Object> pod) {
    List<Map<String, Object>> all = new ArrayList<>(maps(pod, "initContainers"));
    all.addAll(maps(pod, "containers"));
    return all;
  }

  static Map<String, String> labels(Map<String, Object> labelled, String path) {
    Map<String, String> labels = new java.util.LinkedHashMap<>();
    Trees.find(labelled, path)
        .map(found -> Trees.map(found, path))
        .orElse(Map.of())
        .forEach((name, value) -> labels.put(name, String.valueOf(value)));
    return labels;
  }
}
