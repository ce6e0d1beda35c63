package dev.helium.backends.product;

import dev.helium.backends.schema.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the pod security standard "restricted" wants of the pods of an object. */
final class RestrictedChecks {
  private static final Set<String> VOLUMES =
      Set.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "persistentVolumeClaim",
          "projected",
          "secret");

  private final List<String> broken = new ArrayList<>();
  private final ObjectTree object;
  private final Map<String, Object> pod;

  private RestrictedChecks(ObjectTree object, Map<String, Object> pod) {
    this.object = object;
    this.pod = pod;
  }

  static List<String> broken(ObjectTree object) {
    return object
        .podTemplate()
        .map(template -> Trees.map(template.get("spec"), "spec"))
        .map(pod -> new RestrictedChecks(object, pod).broken())
        .orElse(List.of());
  }

  private List<String> broken() {
    for (String name : List.of("hostNetwork", "hostPID", "hostIPC")) {
      require(!Boolean.TRUE.equals(pod.get(name)), "the pod", name);
    }
    for (Map<String, Object> volume : Pods.maps(pod, "volumes")) {
      require(
          volume.keySet().stream().allMatch(key -> key.equals("name") || VOLUMES.contains(key)),
          "the volume " + volume.get("name"),
          "kind");
    }
    Pods.containers(pod).forEach(this::container);
    return broken;
  }

  private void container(Map<String, Object> container) {
    String who = "the container " + container.get("name");
    require(
        said(container, "runAsNonRoot", true) && !said(container, "runAsUser", 0),
        who,
        "runAsNonRoot");
    require(
        Set.of("RuntimeDefault", "Localhost")
            .contains(String.valueOf(context(container, "seccompProfile.type"))),
        who,
        "seccompProfile");
    require(
        Boolean.FALSE.equals(own(container, "allowPrivilegeEscalation")),
        who,
        "allowPrivilegeEscalation");
    require(!Boolean.TRUE.equals(own(container, "privileged")), who, "privileged");
    require(
        own(container, "capabilities.drop") instanceof List<?> drop && drop.contains("ALL"),
        who,
        "capabilities");
    require(
        !(own(container, "capabilities.add") instanceof List<?> add)
            || Set.of("NET_BIND_SERVICE").containsAll(add),
        who,
        "capabilities");
    require(
        Pods.maps(container, "ports").stream().noneMatch(port -> port.containsKey("hostPort")),
        who,
        "hostPort");
  }

  private boolean said(Map<String, Object> container, String field, Object value) {
    return value.equals(context(container, field));
  }

  /** What the container says, or else its pod. */
  private Object context(Map<String, Object> container, String field) {
    Object own = own(container, field);
    return own == null ? Trees.find(pod, "securityContext." + field).orElse("") : own;
  }

  private static Object own(Map<String, Object> container, String field) {
    return Trees.find(container, "securityContext." + field).orElse(null);
  }

  private void require(boolean kept, String who, String rule) {
    if (!kept) {
      broken.add(SelectionChecks.title(object) + ": " + who + " is not restricted: " + rule);
    }
  }
}
