package dev.helium.backends.product;

import dev.helium.backends.schema.Trees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether what selects pods selects some, and whether ports lead somewhere. */
final class SelectionChecks {
  private final List<String> broken = new ArrayList<>();
  private final List<ObjectTree> objects;
  private final Set<String> existing;

  SelectionChecks(List<ObjectTree> objects, Set<String> existing) {
    this.objects = objects;
    this.existing = existing;
  }

  static String title(ObjectTree object) {
    return object.kind() + "/" + object.name();
  }

  /** Names and numbers of the ports of containers. */
  static Set<String> ports(List<Map<String, Object>> containers) {
    Set<String> ports = new HashSet<>();
    for (Map<String, Object> container : containers) {
      for (Map<String, Object> port : Pods.maps(container, "ports")) {
        ports.add(String.valueOf(port.get("containerPort")));
        ports.add(String.valueOf(port.get("name")));
      }
    }
    return ports;
  }

  List<String> broken() {
    for (ObjectTree object : objects) {
      if (existing.contains("Pods of " + title(object))) {
        continue;
      }
      switch (object.kind()) {
        case "Service" -> service(object);
        case "Ingress" -> ingress(object);
        case "PodDisruptionBudget" -> selects(object, "spec.selector.matchLabels");
        case "NetworkPolicy" -> selects(object, "spec.podSelector.matchLabels");
        case "Deployment", "StatefulSet", "DaemonSet" -> controls(object);
        default -> {}
      }
    }
    return broken;
  }

  private void service(ObjectTree service) {
    Map<String, String> selector = Pods.labels(service.tree(), "spec.selector");
    if (selector.isEmpty()) {
      return;
    }
    List<ObjectTree> selected = selected(selector);
    if (selected.isEmpty()) {
      broken.add(title(service) + " selects no pods");
    }
    for (ObjectTree object : selected) {
      Set<String> ports = ports(Pods.maps(Pods.of(object), "containers"));
      for (Map<String, Object> port : Pods.maps(spec(service), "ports")) {
        String target = String.valueOf(port.getOrDefault("targetPort", port.get("port")));
        if (!ports.contains(target)) {
          broken.add(
              title(service)
                  + " leads to a port that "
                  + title(object)
                  + " does not have: "
                  + target);
        }
      }
    }
  }

  private void ingress(ObjectTree ingress) {
    for (Map<String, Object> rule : Pods.maps(spec(ingress), "rules")) {
      for (Map<String, Object> path :
          Pods.maps(Trees.mapOrNone(rule.get("http"), "http"), "paths")) {
        String service = String.valueOf(Trees.find(path, "backend.service.name").orElse(""));
        Set<String> ports = new HashSet<>();
        objects.stream()
            .filter(object -> title(object).equals("Service/" + service))
            .flatMap(object -> Pods.maps(spec(object), "ports").stream())
            .forEach(
                port -> {
                  ports.add(String.valueOf(port.get("port")));
                  ports.add(String.valueOf(port.get("name")));
                });
        String port =
            Trees.find(path, "backend.service.port.number")
                .or(() -> Trees.find(path, "backend.service.port.name"))
                .map(String::valueOf)
                .orElse("");
        if (!ports.contains(port)) {
          broken.add(title(ingress) + " leads to " + service + ":" + port + ", which there is not");
        }
      }
    }
  }

  private void selects(ObjectTree object, String path) {
    Map<String, String> selector = Pods.labels(object.tree(), path);
    if (!selector.isEmpty() && selected(selector).isEmpty()) {
      broken.add(title(object) + " selects no pods");
    }
  }

  private void controls(ObjectTree object) {
    Map<String, String> selector = Pods.labels(object.tree(), "spec.selector.matchLabels");
    List<String> selected = selected(selector).stream().map(SelectionChecks::title).toList();
    if (!selected.equals(List.of(title(object)))) {
      broken.add(title(object) + " selects not its own pods alone: " + selected);
    }
  }

  /** The objects whose pods have all these labels. */
  private List<ObjectTree> selected(Map<String, String> selector) {
    return objects.stream()
        .filter(
            object ->
                object
                    .podTemplate()
                    .map(template -> Pods.labels(template, "metadata.labels"))
                    .filter(labels -> labels.entrySet().containsAll(selector.entrySet()))
                    .isPresent())
        .toList();
  }

  private static Map<String, Object> spec(ObjectTree object) {
    return Trees.mapOrNone(object.tree().get("spec"), "spec");
  }
}
