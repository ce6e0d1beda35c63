package dev.helium.engine.kubernetes;

import java.util.Set;

/** The groups of kinds that come with Kubernetes, as resource types spell them. */
final class BuiltInGroups {
  private static final Set<String> NAMES =
      Set.of(
          "admissionregistration.k8s.io",
          "apiextensions.k8s.io",
          "apiregistration.k8s.io",
          "apps",
          "auditregistration.k8s.io",
          "authentication.k8s.io",
          "authorization.k8s.io",
          "autoscaling",
          "batch",
          "certificates.k8s.io",
          "coordination.k8s.io",
          "core",
          "discovery.k8s.io",
          "events.k8s.io",
          "extensions",
          "flowcontrol.apiserver.k8s.io",
          "internal.apiserver.k8s.io",
          "meta",
          "networking.k8s.io",
          "node.k8s.io",
          "policy",
          "rbac.authorization.k8s.io",
          "resource.k8s.io",
          "scheduling.k8s.io",
          "settings.k8s.io",
          "storage.k8s.io",
          "storagemigration.k8s.io");

  private BuiltInGroups() {}

  static boolean contains(String group) {
    return NAMES.contains(group);
  }

  /** True for the kinds of an {@code apiVersion} as objects spell it. */
  static boolean ofVersion(String apiVersion) {
    var slash = apiVersion.indexOf('/');
    return slash < 0 || contains(apiVersion.substring(0, slash));
  }
}
