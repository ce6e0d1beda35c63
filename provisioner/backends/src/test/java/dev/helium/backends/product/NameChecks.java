package dev.helium.backends.product;

import dev.helium.backends.schema.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether objects have proper names, and name only objects and keys that there are. */
final class NameChecks {
  private static final Pattern DNS = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
  private static final String ROLES = "rbac.authorization.k8s.io";

  private final List<String> broken = new ArrayList<>();
  private final List<ObjectTree> objects;
  private final Set<String> existing;
  private final Map<String, Set<String>> keys = new HashMap<>();

  NameChecks(List<ObjectTree> objects, Set<String> existing) {
    this.objects = objects;
    this.existing = existing;
    for (ObjectTree object : objects) {
      Set<String> own = new HashSet<>();
      for (String part : List.of("data", "stringData", "binaryData")) {
        own.addAll(Trees.mapOrNone(object.tree().get(part), part).keySet());
      }
      if (keys.put(SelectionChecks.title(object), own) != null) {
        broken.add(SelectionChecks.title(object) + " is there twice");
      }
    }
  }

  List<String> broken() {
    for (ObjectTree object : objects) {
      String title = SelectionChecks.title(object);
      if (!DNS.matcher(object.name()).matches() && !object.apiVersion().startsWith(ROLES)) {
        broken.add(title + " has no proper name");
      }
      if (object.metadata().containsKey("namespace")) {
        broken.add(title + " names a namespace");
      }
      look(title, Pods.of(object));
      switch (object.kind()) {
        case "StatefulSet" -> named(title, "Service", object, "spec.serviceName");
        case "HorizontalPodAutoscaler" ->
            named(
                title,
                text(object, "spec.scaleTargetRef.kind"),
                object,
                "spec.scaleTargetRef.name");
        case "RoleBinding", "ClusterRoleBinding" -> binding(title, object);
        case "Ingress" -> Pods.maps(spec(object), "tls").forEach(tls -> certificate(title, tls));
        default -> {}
      }
    }
    return broken;
  }

  private void binding(String title, ObjectTree object) {
    if (text(object, "roleRef.kind").equals("Role")) {
      named(title, "Role", object, "roleRef.name");
    }
    for (Map<String, Object> subject : Pods.maps(object.tree(), "subjects")) {
      if ("ServiceAccount".equals(subject.get("kind"))) {
        exists(title, "ServiceAccount/" + subject.get("name"));
      }
    }
  }

  /** Certificates may also come from elsewhere. */
  private void certificate(String title, Map<String, Object> tls) {
    if (tls.get("secretName") instanceof String name && name.isBlank()) {
      broken.add(title + " names a certificate without a name");
    }
  }

  private void look(String title, Object part) {
    switch (part) {
      case Map<?, ?> map ->
          map.forEach(
              (key, value) -> {
                if (value instanceof Map<?, ?> named) {
                  reference(title, String.valueOf(key), Trees.map(named, "it"));
                }
                if ("serviceAccountName".equals(key)) {
                  exists(title, "ServiceAccount/" + value);
                }
                look(title, value);
              });
      case List<?> list -> list.forEach(each -> look(title, each));
      case null, default -> {}
    }
  }

  private void reference(String title, String key, Map<String, Object> named) {
    if (Boolean.TRUE.equals(named.get("optional"))) {
      return;
    }
    switch (key) {
      case "configMap", "configMapRef", "configMapKeyRef" ->
          content(title, "ConfigMap/" + named.get("name"), named);
      case "secretRef", "secretKeyRef" -> content(title, "Secret/" + named.get("name"), named);
      case "secret" ->
          content(title, "Secret/" + named.getOrDefault("secretName", named.get("name")), named);
      case "persistentVolumeClaim" ->
          exists(title, "PersistentVolumeClaim/" + named.get("claimName"));
      default -> {}
    }
  }

  private void content(String title, String target, Map<String, Object> reference) {
    exists(title, target);
    List<String> wanted = new ArrayList<>();
    if (reference.get("key") instanceof String key) {
      wanted.add(key);
    }
    Pods.maps(reference, "items").forEach(item -> wanted.add(String.valueOf(item.get("key"))));
    for (String key : wanted) {
      if (keys.containsKey(target) && !keys.get(target).contains(key)) {
        broken.add(title + " names the key " + key + " that " + target + " does not have");
      }
    }
  }

  private void named(String title, String kind, ObjectTree object, String path) {
    exists(title, kind + "/" + text(object, path));
  }

  private void exists(String title, String target) {
    if (!keys.containsKey(target) && !existing.contains(target)) {
      broken.add(title + " names " + target + ", which there is not");
    }
  }

  private static Map<String, Object> spec(ObjectTree object) {
    return Trees.mapOrNone(object.tree().get("spec"), "spec");
  }

  private static String text(ObjectTree object, String path) {
    return String.valueOf(Trees.find(object.tree(), path).orElse(""));
  }
}
