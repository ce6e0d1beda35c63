package dev.helium.story.chaos.check;

import dev.helium.domain.Lifecycle;
import dev.helium.domain.Status;
import dev.helium.domain.WorkspaceView;
import dev.helium.story.ClusterClient;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The cluster has what the log says it has, and nothing else of Helium's. */
final class ClusterCheck implements Check {
  private static final String WORKSPACE = "helium.dev/workspace";
  private static final String INCARNATION = "helium.dev/incarnation";

  private record Kind(String group, String name, String plural) {
    ResourceDefinitionContext context() {
      return new ResourceDefinitionContext.Builder()
          .withGroup(group)
          .withVersion("v1")
          .withKind(name)
          .withPlural(plural)
          .withNamespaced(true)
          .build();
    }
  }

  /** All that a workspace is made of, and what Kubernetes makes for it. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind("", "Pod", "pods"),
          new Kind("", "Service", "services"),
          new Kind("", "ConfigMap", "configmaps"),
          new Kind("", "Secret", "secrets"),
          new Kind("", "ServiceAccount", "serviceaccounts"),
          new Kind("", "PersistentVolumeClaim", "persistentvolumeclaims"),
          new Kind("", "ResourceQuota", "resourcequotas"),
          new Kind("", "LimitRange", "limitranges"),
          new Kind("apps", "Deployment", "deployments"),
          new Kind("apps", "ReplicaSet", "replicasets"),
          new Kind("apps", "StatefulSet", "statefulsets"),
          new Kind("apps", "DaemonSet", "daemonsets"),
          new Kind("batch", "Job", "jobs"),
          new Kind("networking.k8s.io", "NetworkPolicy", "networkpolicies"),
          new Kind("networking.k8s.io", "Ingress", "ingresses"));

  /** What the backend makes for every workspace. */
  private static final Set<String> NEEDED =
      Set.of(
          "ResourceQuota/quota",
          "LimitRange/limits",
          "NetworkPolicy/deny-all",
          "NetworkPolicy/allow-web",
          "NetworkPolicy/allow-names",
          "Deployment/web",
          "Service/web");

  private final Map<String, Set<String>> objects = new HashMap<>();
  private final List<String> orphans = new ArrayList<>();
  private final List<String> lacking = new ArrayList<>();
  private long labelled;

  @Override
  public List<Finding> examine(Evidence evidence) {
    Map<String, Namespace> namespaces = new HashMap<>();
    try (KubernetesClient cluster = ClusterClient.of(evidence.kubeconfig())) {
      cluster.namespaces().withLabel(WORKSPACE).list().getItems().stream()
          .forEach(namespace -> namespaces.put(namespace.getMetadata().getName(), namespace));
      KINDS.forEach(kind -> list(cluster, kind, evidence.views()));
    }
    namespaces.forEach((name, namespace) -> belongs(name, evidence.views(), "namespace " + name));
    long made =
        evidence.views().entrySet().stream()
            .filter(view -> isMade(view.getValue()))
            .peek(view -> complete(view.getKey(), view.getValue(), namespaces))
            .count();
    long ready =
        evidence.views().values().stream().filter(view -> view.status() == Status.READY).count();
    return List.of(
        new Finding(
            namespaces.size() + labelled, "labelled objects belong to living workspaces", orphans),
        new Finding(
            made,
            "provisioned workspaces have their namespace and objects (%d of them are ready)"
                .formatted(ready),
            lacking));
  }

  private void list(KubernetesClient cluster, Kind kind, Map<String, WorkspaceView> views) {
    for (GenericKubernetesResource object :
        cluster
            .genericKubernetesResources(kind.context())
            .inAnyNamespace()
            .withLabel(WORKSPACE)
            .list()
            .getItems()) {
      labelled++;
      String word = kind.name() + "/" + object.getMetadata().getName();
      String name = object.getMetadata().getLabels().get(WORKSPACE);
      objects.computeIfAbsent(name, ignored -> new HashSet<>()).add(word);
      belongs(name, views, word + " in " + object.getMetadata().getNamespace());
    }
  }

  private void belongs(String name, Map<String, WorkspaceView> views, String what) {
    WorkspaceView view = views.get(name);
    if (view == null || !view.workspace().exists()) {
      orphans.add("%s is there, its workspace is not".formatted(what));
    }
  }

  private void complete(String name, WorkspaceView view, Map<String, Namespace> namespaces) {
    Namespace namespace = namespaces.get(name);
    if (namespace == null) {
      lacking.add("%s is %s and has no namespace".formatted(name, view.status().word()));
      return;
    }
    String life = namespace.getMetadata().getLabels().get(INCARNATION);
    if (!Integer.toString(view.workspace().incarnation()).equals(life)) {
      lacking.add(
          "the namespace %s is of life %s and not %d"
              .formatted(name, life, view.workspace().incarnation()));
    }
    Set<String> missing = new HashSet<>(NEEDED);
    missing.removeAll(objects.getOrDefault(name, Set.of()));
    if (!missing.isEmpty()) {
      lacking.add("%s lacks %s".formatted(name, missing));
    }
  }

  private static boolean isMade(WorkspaceView view) {
    return view.workspace().lifecycle() instanceof Lifecycle.Provisioned;
  }
}
