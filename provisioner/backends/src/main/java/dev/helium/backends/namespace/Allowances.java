package dev.helium.backends.namespace;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;

/** How much everything in a workspace of this backend may take. */
final class Allowances {
  private static final String CPU = "cpu";
  private static final String MEMORY = "memory";

  private Allowances() {}

  static HasMetadata quota() {
    return new ResourceQuotaBuilder()
        .withNewMetadata()
        .withName("quota")
        .endMetadata()
        .withNewSpec()
        .addToHard("requests.cpu", new Quantity("8"))
        .addToHard("requests.memory", new Quantity("16Gi"))
        .addToHard("pods", new Quantity("50"))
        .addToHard("services.loadbalancers", new Quantity("2"))
        .endSpec()
        .build();
  }

  /** Of containers that do not say it themselves. */
  static HasMetadata limits() {
    return new LimitRangeBuilder()
        .withNewMetadata()
        .withName("limits")
        .endMetadata()
        .withNewSpec()
        .addNewLimit()
        .withType("Container")
        .addToDefault(CPU, new Quantity("500m"))
        .addToDefault(MEMORY, new Quantity("256Mi"))
        .addToDefaultRequest(CPU, new Quantity("50m"))
        .addToDefaultRequest(MEMORY, new Quantity("64Mi"))
        .endLimit()
        .endSpec()
        .build();
  }
}
