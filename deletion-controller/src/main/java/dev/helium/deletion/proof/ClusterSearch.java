package dev.helium.deletion.proof;

import dev.helium.domain.Workspace;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceCondition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for what is left of a workspace. Its namespace comes first: while it is there, so may be
 * anything in it, and once it is gone nothing in it can be left. Volumes, which stand outside of
 * namespaces, are looked for by label and by the claims that bound them.
 */
public final class ClusterSearch {
  private static final String WORKSPACE = "helium.dev/workspace";

  private final KubernetesClient cluster;

  public ClusterSearch(KubernetesClient cluster) {
    this.cluster = cluster;
  }

  /** Blocks for as long as the cluster takes to answer, within the client's limits. */
  Remains remainsOf(Workspace workspace) {
    try {
      String name = workspace.id().value();
      Optional<Namespace> namespace =
          Optional.ofNullable(cluster.namespaces().withName(name).get());
      if (namespace.isPresent() && belongsTo(workspace, namespace.get())) {
        return new Remains.Some("the namespace " + name + held(namespace.get()));
      }
      List<String> evidence = new ArrayList<>();
      evidence.add(
          namespace.isEmpty()
              ? "There is no namespace " + name + "."
              : "The namespace " + name + " is not one that Helium made.");
      List<String> volumes = volumes(name);
      if (!volumes.isEmpty()) {
        return new Remains.Some("persistent volumes: " + String.join(", ", volumes));
      }
      evidence.add("There is no persistent volume labelled " + WORKSPACE + "=" + name + ".");
      return new Remains.None(evidence);
    } catch (KubernetesClientException failure) {
      return new Remains.Unknown(
          failure.getCode() == 0
              ? "the cluster does not answer"
              : "the cluster answers with status " + failure.getCode());
    }
  }

  private List<String> volumes(String name) {
    return cluster
        .genericKubernetesResources("v1", "PersistentVolume")
        .withLabel(WORKSPACE, name)
        .list(new ListOptionsBuilder().withLimit(10L).build())
        .getItems()
        .stream()
        .map(GenericKubernetesResource::getMetadata)
        .map(metadata -> metadata.getName())
        .toList();
  }

  /** A namespace of that name without the label was there before Helium, and stays. */
  private static boolean belongsTo(Workspace workspace, Namespace namespace) {
    Map<String, String> labels = namespace.getMetadata().getLabels();
    return labels != null && workspace.id().value().equals(labels.get(WORKSPACE));
  }

  private static String held(Namespace namespace) {
    String holders =
        Stream.concat(
                namespace.getMetadata().getFinalizers().stream()
                    .map(finalizer -> "the finalizer " + finalizer),
                conditions(namespace))
            .collect(Collectors.joining("; "));
    return holders.isEmpty() ? "" : ", held by " + holders;
  }

  private static Stream<String> conditions(Namespace namespace) {
    return Optional.ofNullable(namespace.getStatus())
        .map(status -> status.getConditions().stream())
        .orElseGet(Stream::empty)
        .filter(condition -> "True".equals(condition.getStatus()))
        .map(NamespaceCondition::getMessage);
  }
}
