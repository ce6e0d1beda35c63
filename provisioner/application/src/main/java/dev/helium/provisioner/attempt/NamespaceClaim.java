package dev.helium.provisioner.attempt;

import dev.helium.domain.ClusterName;
import dev.helium.domain.Workspace;
import io.fabric8.kubernetes.client.Config;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Whether a namespace is that of a workspace, as a program of somebody else's says. It is looked
 * after, missed and proven gone by its labels, so that without them nobody would ever find it.
 */
final class NamespaceClaim {
  private static final String NAMESPACE = "K8sNamespace";
  private static final String CLAIMED = "ProgramNamespace";
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  private final Function<ClusterName, Config> clusters;

  /**
   * @param clusters the way to each
   */
  NamespaceClaim(Function<ClusterName, Config> clusters) {
    this.clusters = clusters;
  }

  /**
   * Has a namespace that does not bear the labels of the workspace and of this life of it go by
   * another name. Blocks, for some seconds at most, where one is named.
   *
   * @throws dev.helium.backends.PreparationException when the cluster does not answer
   */
  void check(Workspace workspace, Map<String, String> outputs) {
    String name = outputs.get(NAMESPACE);
    if (name != null && !isMarked(workspace, name)) {
      outputs.remove(NAMESPACE);
      outputs.put(CLAIMED, name);
    }
  }

  private boolean isMarked(Workspace workspace, String name) {
    if (!NAME.matcher(name).matches()) {
      return false;
    }
    ClusterName cluster = ClusterName.of(workspace.spec());
    try (ApiServerConnection server = new ApiServerConnection(() -> clusters.apply(cluster))) {
      return server
          .get("/api/v1/namespaces/" + name)
          .map(NamespaceClaim::labels)
          .filter(
              labels ->
                  workspace.id().value().equals(labels.getString("helium.dev/workspace"))
                      && Integer.toString(workspace.incarnation())
                          .equals(labels.getString("helium.dev/incarnation")))
          .isPresent();
    }
  }

  private static JsonObject labels(String json) {
    try {
      return new JsonObject(json)
          .getJsonObject("metadata", new JsonObject())
          .getJsonObject("labels", new JsonObject());
    } catch (DecodeException | ClassCastException unreadable) {
      return new JsonObject();
    }
  }
}
