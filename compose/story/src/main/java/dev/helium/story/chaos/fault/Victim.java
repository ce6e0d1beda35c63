package dev.helium.story.chaos.fault;

import dev.helium.cluster.component.Component;
import dev.helium.launcher.stack.ServiceInstance;
import dev.helium.launcher.stack.ServiceName;
import java.util.List;

/** What can be hit. */
public sealed interface Victim {
  /** What people call it. */
  String label();

  /** A service, or the broker. */
  record Service(ServiceInstance instance) implements Victim {
    @Override
    public String label() {
      return instance.label();
    }

    boolean isProvisioner() {
      return instance.service() == ServiceName.PROVISIONER;
    }
  }

  /** A program of the cluster. */
  record Program(Component component) implements Victim {
    @Override
    public String label() {
      return component.program();
    }
  }

  /** Every one, in the order in which they are started again. */
  static List<Victim> all() {
    return List.of(
        new Program(Component.KUBE_APISERVER),
        first(ServiceName.KAFKA),
        first(ServiceName.API_GATEWAY),
        new Service(ServiceInstance.provisioner(1)),
        new Service(ServiceInstance.provisioner(2)),
        first(ServiceName.STATUS_WATCHER),
        first(ServiceName.DELETION_CONTROLLER));
  }

  private static Victim first(ServiceName service) {
    return new Service(ServiceInstance.first(service));
  }
}
