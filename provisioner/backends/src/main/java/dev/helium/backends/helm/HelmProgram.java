package dev.helium.backends.helm;

import com.pulumi.Config;
import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.helium.backends.helm.release.ReleasePlan.Planned;
import dev.helium.backends.helm.release.ReleaseState;
import dev.helium.backends.product.ObjectTree;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Registers the objects of a release, turn by turn. */
final class HelmProgram {
  private final PreparedReleases prepared;
  private final Context context;
  private final Config config;
  private final HelmResources resources;

  HelmProgram(PreparedReleases prepared, Context context) {
    this.prepared = prepared;
    this.context = context;
    this.config = context.config("helium");
    this.resources = new HelmResources(config);
  }

  void run() {
    String workspace = config.require("id");
    ReleaseState state =
        HelmConfiguration.state(config.require(HelmConfiguration.RELEASE)).orElseThrow();
    PreparedRelease release =
        prepared
            .take(workspace, state.digest())
            .orElseThrow(
                () -> new IllegalStateException("this release of the chart was not got ready"));
    List<Resource> before = List.of(namespace(workspace));
    for (List<Planned> turn : release.plan().turns()) {
      List<Resource> made = new ArrayList<>();
      for (Planned planned : turn) {
        made.add(register(planned, state, before));
      }
      before = List.copyOf(made);
    }
    release.outputs().forEach((name, value) -> context.export(name, Output.of(value)));
    context.export("K8sNamespace", Output.of(workspace));
  }

  private Resource namespace(String workspace) {
    return resources.register(
        "namespace",
        ObjectTree.of(
            new NamespaceBuilder().withNewMetadata().withName(workspace).endMetadata().build()),
        Optional.empty(),
        false,
        List.of());
  }

  private Resource register(Planned planned, ReleaseState state, List<Resource> before) {
    ObjectTree object = new ObjectTree(planned.object().tree(), planned.namespaced());
    return resources.register(
        logicalName(planned, config.require("id")),
        object,
        planned.again() ? Optional.of(state.revision()) : Optional.empty(),
        planned.awaited(),
        before);
  }

  /** The same for as long as the object is, whatever version of its kind a chart uses. */
  private static String logicalName(Planned planned, String workspace) {
    String namespace = planned.object().namespace();
    return planned.namespaced() && !namespace.equals(workspace)
        ? namespace + "/" + planned.object().title()
        : planned.object().title();
  }
}
