package dev.helium.backends.helm;

import com.pulumi.Config;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceArgs;
import dev.helium.backends.product.ClusterProvider;
import dev.helium.backends.product.KubernetesObject;
import dev.helium.backends.product.ObjectTree;
import dev.helium.backends.schema.Trees;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Registers objects of a chart as resources of its workspace's stack. For one run of a program. */
final class HelmResources {
  private final Marks marks;
  private final Optional<ClusterProvider> cluster;

  /**
   * @param config of the project {@code helium}
   */
  HelmResources(Config config) {
    this.marks =
        new Marks(config.require("id"), config.require("incarnation"), config.require("expiry"));
    this.cluster =
        config.get("kubeconfig").filter(text -> !text.isBlank()).map(ClusterProvider::new);
  }

  /**
   * @param again which release it is made anew for; nothing for an object that is changed in place
   * @param awaited whether its resource is there when it is ready
   * @param after what has to be there before
   */
  Resource register(
      String logicalName,
      ObjectTree object,
      Optional<Integer> again,
      boolean awaited,
      List<Resource> after) {
    marks.put(object, awaited);
    CustomResourceOptions.Builder options =
        CustomResourceOptions.builder().version(KubernetesObject.VERSION).dependsOn(after);
    cluster.ifPresent(options::provider);
    if (again.isPresent()) {
      Map<String, Object> annotations = Trees.inner(object.metadata(), "annotations");
      // One that has failed runs once more when the attempt is made again.
      annotations.put("pulumi.com/replaceUnready", "true");
      options.deleteBeforeReplace(true);
      options.replacementTrigger(Output.of(again.get()));
    }
    return new KubernetesObject(logicalName, object, arguments(object), options.build());
  }

  private static ResourceArgs arguments(ObjectTree object) {
    Map<String, Output<?>> fields = new LinkedHashMap<>();
    object
        .tree()
        .forEach((name, value) -> fields.put(name, KubernetesObject.input(object, name, value)));
    return ObjectArguments.of(fields);
  }
}
