package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the logs of this workspace's pods on every node. The files are the node's and belong to
 * root: the one part that must see the node.
 */
final class Promtail {
  static final String NAME = "promtail";

  private static final String HTTP = "http-metrics";
  private static final int PORT = 3101;

  private Promtail() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.choices().ownLogs()) {
      return List.of();
    }
    return Stream.concat(
            // Pods of this namespace only, so that no right reaches beyond it.
            Accounts.withRights(
                plan,
                NAME,
                List.of(
                    new PolicyRuleBuilder()
                        .withApiGroups("")
                        .withResources("pods")
                        .withVerbs("get", "list", "watch")
                        .build()))
                .stream(),
            Stream.of(
                KubernetesObjects.configMap(
                    NAME,
                    Map.of(
                        "promtail.yaml",
                        Template.filled("promtail.yaml", Map.of("NAMESPACE", plan.namespace())))),
                component(plan).daemonSet()))
        .toList();
  }

  private static Component component(Plan plan) {
    Values values = plan.values().at("loki-stack.promtail");
    return Pods.of(plan, NAME, Images.of(plan, "loki-stack.promtail.image"), values)
        .security(root(), Pods.readOnly())
        .account(NAME)
        .before(Waits.until(plan, List.of(Loki.NAME + "/" + Loki.PORT)))
        .arguments("-config.file=/etc/promtail/promtail.yaml")
        .environment(Etcd.fromPod("HOSTNAME", "spec.nodeName"))
        .port(HTTP, PORT)
        .readiness(Probes.http("/ready", HTTP, new Timing(10, 10, 1, 5)))
        .liveness(Probes.tcp(HTTP, new Timing(10, 10, 1, 5)))
        .volume(Volumes.configMap("config", NAME))
        .mount("config", "/etc/promtail")
        .volume(Volumes.empty("run"))
        .mount("run", "/run/promtail")
        .volume(ofNode("containers", "/var/lib/docker/containers"))
        .mount("containers", "/var/lib/docker/containers", null, true)
        .volume(ofNode("pods", "/var/log/pods"))
        .mount("pods", "/var/log/pods", null, true);
  }

  private static PodSecurityContext root() {
    return new PodSecurityContextBuilder()
        .withRunAsUser(0L)
        .withRunAsGroup(0L)
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .build();
  }

  private static Volume ofNode(String name, String path) {
    return new VolumeBuilder().withName(name).withNewHostPath(path, null).build();
  }
}
