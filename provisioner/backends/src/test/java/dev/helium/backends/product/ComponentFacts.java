package dev.helium.backends.product;

import dev.helium.backends.schema.Trees;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What our objects say of a component, in the words that {@code facts.yaml} uses. */
final class ComponentFacts {
  /** In the order in which they are shown. */
  static final List<String> ATTRIBUTES =
      List.of(
          "kind",
          "replicas",
          "image",
          "ports",
          "readiness",
          "liveness",
          "startup",
          "requests",
          "limits",
          "volumes",
          "environment");

  private final ObjectTree object;
  private final List<ObjectTree> all;
  private final Map<String, Object> container;

  private ComponentFacts(ObjectTree object, List<ObjectTree> all) {
    this.object = object;
    this.all = all;
    this.container = Pods.maps(Pods.of(object), "containers").getFirst();
  }

  /** By attribute, each in its one writing; nothing for a component that there is not. */
  static Map<String, String> of(String component, List<ObjectTree> objects) {
    return objects.stream()
        .filter(object -> object.podTemplate().isPresent() && object.name().equals(component))
        .findFirst()
        .map(object -> new ComponentFacts(object, objects).read())
        .orElse(Map.of());
  }

  /** A fact as it is written down, in the writing in which ours are. */
  static String written(String attribute, Object fact) {
    return switch (attribute) {
      case "ports", "volumes", "environment" ->
          fact instanceof List<?> list
              ? String.join(" ", new TreeSet<>(list.stream().map(String::valueOf).toList()))
              : String.valueOf(fact);
      case "requests", "limits" -> amounts(Trees.mapOrNone(fact, attribute));
      case "image" -> image(String.valueOf(fact));
      default -> String.valueOf(fact);
    };
  }

  private Map<String, String> read() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("kind", object.kind());
    facts.put("replicas", String.valueOf(Trees.find(object.tree(), "spec.replicas").orElse("1")));
    facts.put("image", image(String.valueOf(container.get("image"))));
    facts.put(
        "ports",
        written(
            "ports",
            Pods.maps(container, "ports").stream()
                .map(port -> port.get("containerPort"))
                .toList()));
    for (String probe : List.of("readiness", "liveness", "startup")) {
      facts.put(probe, probe(Trees.mapOrNone(container.get(probe + "Probe"), probe)));
    }
    Map<String, Object> resources = Trees.mapOrNone(container.get("resources"), "resources");
    facts.put("requests", amounts(Trees.mapOrNone(resources.get("requests"), "requests")));
    facts.put("limits", amounts(Trees.mapOrNone(resources.get("limits"), "limits")));
    facts.put(
        "volumes",
        written(
            "volumes",
            Pods.maps(container, "volumeMounts").stream()
                .map(mount -> mount.get("mountPath"))
                .toList()));
    facts.put("environment", written("environment", List.copyOf(environment())));
    return facts;
  }

  /** {@code GET PATH PORT}, {@code TCP PORT} or {@code EXEC WORDS}, the port by its number. */
  private String probe(Map<String, Object> probe) {
    if (probe.get("httpGet") instanceof Map<?, ?> get) {
      return "GET " + get.get("path") + " " + port(get.get("port"));
    }
    if (probe.get("tcpSocket") instanceof Map<?, ?> socket) {
      return "TCP " + port(socket.get("port"));
    }
    if (probe.get("grpc") instanceof Map<?, ?> call) {
      return "GRPC " + call.get("port");
    }
    return Trees.find(probe, "exec.command")
        .map(
            words ->
                "EXEC "
                    + String.join(" ", ((List<?>) words).stream().map(String::valueOf).toList()))
        .orElse("none");
  }

  private String port(Object port) {
    return Pods.maps(container, "ports").stream()
        .filter(each -> String.valueOf(port).equals(each.get("name")))
        .map(each -> String.valueOf(each.get("containerPort")))
        .findFirst()
        .orElse(String.valueOf(port));
  }

  private Set<String> environment() {
    Set<String> names = new TreeSet<>();
    Pods.maps(container, "env").forEach(each -> names.add(String.valueOf(each.get("name"))));
    for (Map<String, Object> from : Pods.maps(container, "envFrom")) {
      Set<String> references = PodReferences.of(from);
      for (ObjectTree source : all) {
        if (references.contains(SelectionChecks.title(source))) {
          names.addAll(Trees.mapOrNone(source.tree().get("data"), "data").keySet());
          names.addAll(Trees.mapOrNone(source.tree().get("stringData"), "data").keySet());
        }
      }
    }
    return names;
  }

  private static String amounts(Map<String, Object> amounts) {
    List<String> written = new ArrayList<>();
    new TreeMap<>(amounts)
        .forEach(
            (name, amount) ->
                written.add(
                    name
                        + " "
                        + Quantity.parse(String.valueOf(amount))
                            .getNumericalAmount()
                            .stripTrailingZeros()
                            .toPlainString()));
    return written.isEmpty() ? "none" : String.join(", ", written);
  }

  private static String image(String image) {
    return image.startsWith("docker.io/") ? image.substring("docker.io/".length()) : image;
  }
}
