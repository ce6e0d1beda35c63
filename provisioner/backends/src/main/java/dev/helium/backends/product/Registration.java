package dev.helium.backends.product;

import com.pulumi.Config;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Registers the objects of a workspace as resources of its stack, in the cluster that its
 * configuration names. For use in one run of a program.
 */
public final class Registration {
  private final String workspace;
  private final WorkspaceMarks marks;
  private final Optional<ClusterProvider> cluster;

  /**
   * @param config of the project {@code helium}
   */
  public Registration(Config config) {
    this.workspace = config.require("id");
    this.marks =
        new WorkspaceMarks(
            workspace, Long.parseLong(config.require("incarnation")), config.require("expiry"));
    this.cluster =
        config.get("kubeconfig").filter(text -> !text.isBlank()).map(ClusterProvider::new);
  }

  /** The namespace of the workspace, which everything else comes after. */
  public Resource namespace(NamespaceMarks said) {
    return object("namespace", ObjectTree.of(said.on(workspace)), List.of());
  }

  /** The namespace of a workspace in which nothing is to run: it is ready without. */
  public Resource namespaceWithoutWorkload() {
    return namespace(new NamespaceMarks(Map.of(), Map.of("helium.dev/workload", "none")));
  }

  /**
   * Marks an object as one of the workspace and registers it.
   *
   * @param logicalName by which the stack knows it; the same for as long as the object is
   * @param after what has to be there before
   */
  public Resource object(String logicalName, ObjectTree object, List<Resource> after) {
    marks.put(object);
    CustomResourceOptions.Builder options =
        CustomResourceOptions.builder().version(KubernetesObject.VERSION).dependsOn(after);
    cluster.ifPresent(options::provider);
    return new KubernetesObject(logicalName, object, options.build());
  }
}
