package dev.helium.launcher.stack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Whom Prometheus asks, in the form of its file-based discovery. */
final class MonitorTargets {
  private MonitorTargets() {}

  /** Every process with a management port. */
  static String of(Deployment deployment) {
    ArrayNode groups = JsonNodeFactory.instance.arrayNode();
    ServiceInstance.all().stream()
        .filter(deployment.services()::contains)
        .filter(instance -> instance.service() != ServiceName.KAFKA)
        .forEach(
            instance -> {
              ObjectNode labels = add(groups, deployment.ports().managementOf(instance).port());
              labels.put("cluster", cluster(deployment));
              labels.put("process", instance.label());
            });
    return groups.toPrettyString();
  }

  /** Prometheus. */
  static String itself(MonitorPorts ports) {
    ArrayNode groups = JsonNodeFactory.instance.arrayNode();
    add(groups, ports.prometheus()).put("process", MonitorName.PROMETHEUS.label());
    return groups.toPrettyString();
  }

  private static ObjectNode add(ArrayNode groups, int port) {
    ObjectNode group = groups.addObject();
    group.putArray("targets").add("127.0.0.1:" + port);
    return group.putObject("labels");
  }

  /** What a person calls the cluster whose workspaces these are. */
  private static String cluster(Deployment deployment) {
    return deployment.localCluster()
        ? "local"
        : String.valueOf(deployment.kubeconfig().getFileName());
  }
}
