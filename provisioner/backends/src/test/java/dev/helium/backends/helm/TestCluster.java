package dev.helium.backends.helm;

import dev.helium.backends.ApiServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a cluster says that it offers: the usual kinds, and what a test adds. */
final class TestCluster implements ApiServer {
  static final String DEFINITION = "CustomResourceDefinition";

  private final Map<String, String> documents = new HashMap<>();
  private final Map<String, List<String>> kinds = new HashMap<>();

  TestCluster() {
    documents.put("/version", "{\"major\":\"1\",\"minor\":\"36\",\"gitVersion\":\"v1.36.3\"}");
    documents.put("/api", "{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}");
    inNamespaces("v1", "ConfigMap", "Secret", "Service", "ServiceAccount", "Pod");
    inNamespaces("v1", "PersistentVolumeClaim");
    inCluster("v1", "Namespace");
    inNamespaces("apps/v1", "Deployment", "StatefulSet", "DaemonSet");
    inNamespaces("batch/v1", "Job", "CronJob");
    inNamespaces("rbac.authorization.k8s.io/v1", "Role", "RoleBinding");
    inCluster("rbac.authorization.k8s.io/v1", "ClusterRole", "ClusterRoleBinding");
    inCluster("apiextensions.k8s.io/v1", DEFINITION);
  }

  TestCluster inNamespaces(String apiVersion, String... names) {
    return add(apiVersion, true, names);
  }

  TestCluster inCluster(String apiVersion, String... names) {
    return add(apiVersion, false, names);
  }

  TestCluster answering(String path, String json) {
    documents.put(path, json);
    return this;
  }

  @Override
  public Optional<String> get(String path) {
    return Optional.ofNullable(documents.get(path));
  }

  private TestCluster add(String apiVersion, boolean namespaced, String... names) {
    List<String> known = kinds.computeIfAbsent(apiVersion, ignored -> new ArrayList<>());
    for (String name : names) {
      known.add(
          """
          {"name":"%ss","singularName":"","namespaced":%s,"kind":"%s","verbs":["get","list","create"]}\
          """
              .formatted(name.toLowerCase(Locale.ROOT), namespaced, name));
    }
    documents.put(
        (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion,
        """
        {"kind":"APIResourceList","apiVersion":"v1","groupVersion":"%s","resources":[%s]}\
        """
            .formatted(apiVersion, String.join(",", known)));
    documents.put("/apis", groups());
    return this;
  }

  private String groups() {
    return """
    {"kind":"APIGroupList","apiVersion":"v1","groups":[%s]}\
    """
        .formatted(
            String.join(
                ",",
                kinds.keySet().stream()
                    .filter(version -> version.contains("/"))
                    .map(TestCluster::group)
                    .toList()));
  }

  private static String group(String groupVersion) {
    String[] parts = groupVersion.split("/", 2);
    String version =
        "{\"groupVersion\":\"%s\",\"version\":\"%s\"}".formatted(groupVersion, parts[1]);
    return "{\"name\":\"%s\",\"versions\":[%s],\"preferredVersion\":%s}"
        .formatted(parts[0], version, version);
  }
}
