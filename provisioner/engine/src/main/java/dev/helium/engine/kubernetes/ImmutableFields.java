package dev.helium.engine.kubernetes;

import java.util.List;
import java.util.Map;

/** The fields of built-in kinds that cannot change in place, as paths from the object's root. */
final class ImmutableFields {
  private static final List<String> IDENTITY =
      List.of("kind", "metadata.name", "metadata.namespace");
  private static final List<String> SELECTOR = List.of("spec.selector");
  private static final List<String> JOB =
      List.of("spec.completions", "spec.selector", "spec.template", "spec.completionMode");
  private static final List<String> BINDING = List.of("roleRef");
  private static final List<String> STATEFUL_SET =
      List.of(
          "spec.podManagementPolicy",
          "spec.selector",
          "spec.serviceName",
          "spec.volumeClaimTemplates");
  private static final List<String> CLAIM =
      List.of(
          "spec.accessModes",
          "spec.selector",
          "spec.storageClassName",
          "spec.volumeName",
          "spec.volumeMode");

  private static final Map<String, List<String>> BY_KIND =
      Map.ofEntries(
          Map.entry("apps/Deployment", SELECTOR),
          Map.entry("apps/DaemonSet", SELECTOR),
          Map.entry("apps/ReplicaSet", SELECTOR),
          Map.entry("apps/StatefulSet", STATEFUL_SET),
          Map.entry("batch/Job", JOB),
          Map.entry("rbac.authorization.k8s.io/RoleBinding", BINDING),
          Map.entry("rbac.authorization.k8s.io/ClusterRoleBinding", BINDING),
          Map.entry("storage.k8s.io/StorageClass", List.of("parameters", "provisioner")),
          Map.entry("/PersistentVolumeClaim", CLAIM),
          Map.entry("/Pod", List.of("spec")),
          Map.entry("/Secret", List.of("type")),
          Map.entry("/ResourceQuota", List.of("spec.scopes")),
          Map.entry("/Service", List.of("spec.clusterIP")));

  private ImmutableFields() {}

  /** True when a change at the path needs a new object. */
  static boolean forcesReplacement(String apiVersion, String kind, String path) {
    var slash = apiVersion.indexOf('/');
    var group = slash < 0 ? "" : apiVersion.substring(0, slash);
    var fields = BY_KIND.getOrDefault(group + "/" + kind, List.of());
    return matches(IDENTITY, path) || (matches(fields, path) && !isMutablePodField(kind, path));
  }

  private static boolean matches(List<String> fields, String path) {
    return fields.stream()
        .anyMatch(
            field ->
                path.equals(field) || path.startsWith(field + ".") || path.startsWith(field + "["));
  }

  private static boolean isMutablePodField(String kind, String path) {
    return "Pod".equals(kind)
        && (path.matches("spec\\.(initC|c)ontainers\\[\\d+]\\.image")
            || path.startsWith("spec.tolerations")
            || path.equals("spec.activeDeadlineSeconds"));
  }
}
