package dev.helium.backends.helm.release;

import dev.helium.backends.helm.rendering.Resources;
import dev.helium.backends.schema.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Keeps what a chart makes to the namespace of its workspace, as far as the policy wants. */
public final class Scope {
  private static final String DEFINITION = "CustomResourceDefinition";

  private final ScopePolicy policy;
  private final String namespace;

  public Scope(ScopePolicy policy, String namespace) {
    this.policy = policy;
    this.namespace = namespace;
  }

  /**
   * An object with where it lives.
   *
   * @param namespaced whether in a namespace
   */
  public record Placed(ChartObject object, boolean namespaced) {}

  /**
   * Says where each object lives, and puts those that do not say into the namespace. The namespace
   * itself is left out: it is there already.
   *
   * @param resources that the cluster offers
   * @throws ReleaseException with all that the policy does not allow
   */
  public List<Placed> place(List<ChartObject> objects, Resources resources)
      throws ReleaseException {
    Resources offered = resources;
    for (ChartObject object : objects) {
      if (object.kind().equals(DEFINITION)) {
        offered = offered.with(Json.node(object.tree()));
      }
    }
    List<Placed> placed = new ArrayList<>();
    for (ChartObject object : objects) {
      if (!isOwnNamespace(object)) {
        placed.add(new Placed(object, isNamespaced(object, offered)));
      }
    }
    check(placed);
    placed.stream().filter(Placed::namespaced).forEach(this::put);
    return placed;
  }

  private void put(Placed placed) {
    if (placed.object().namespace().isEmpty()
        && placed.object().tree().get("metadata") instanceof Map<?, ?>) {
      Trees.inner(placed.object().tree(), "metadata").put("namespace", namespace);
    }
  }

  private void check(List<Placed> placed) throws ReleaseException {
    TreeSet<String> kinds = new TreeSet<>();
    TreeSet<String> elsewhere = new TreeSet<>();
    for (Placed each : placed) {
      ChartObject object = each.object();
      if (!each.namespaced() && !policy.allowsKind(object.kind())) {
        kinds.add(object.kind());
      }
      if (each.namespaced()
          && !object.namespace().isEmpty()
          && !object.namespace().equals(namespace)
          && !policy.namespaces().contains(object.namespace())) {
        elsewhere.add(object.title() + " in " + object.namespace());
      }
    }
    List<String> problems = new ArrayList<>();
    if (!kinds.isEmpty()) {
      problems.add(
          "the chart makes objects that belong to the whole cluster, which is not allowed here: "
              + Words.some(kinds));
    }
    if (!elsewhere.isEmpty()) {
      problems.add(
          "the chart makes objects in other namespaces, which is not allowed here: "
              + Words.some(elsewhere));
    }
    if (!problems.isEmpty()) {
      throw new ReleaseException(String.join("; ", problems));
    }
  }

  private static boolean isNamespaced(ChartObject object, Resources offered)
      throws ReleaseException {
    return offered
        .namespaced(object.apiVersion(), object.kind())
        .orElseThrow(
            () ->
                new ReleaseException(
                    "the cluster does not know the kind "
                        + object.kind()
                        + " ("
                        + object.apiVersion()
                        + ") that "
                        + object.template()
                        + " makes"));
  }

  private boolean isOwnNamespace(ChartObject object) {
    return object.apiVersion().equals("v1")
        && object.kind().equals("Namespace")
        && object.name().equals(namespace);
  }
}
