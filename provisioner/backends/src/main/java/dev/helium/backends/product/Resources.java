package dev.helium.backends.product;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;

/** What containers ask for and may take. */
public final class Resources {
  private Resources() {}

  /** Asked for alone; an empty amount is not said. */
  public static ResourceRequirements requests(String cpu, String memory) {
    return of(cpu, memory, "", "");
  }

  /** An empty amount is not said. */
  public static ResourceRequirements of(
      String cpu, String memory, String mostCpu, String mostMemory) {
    ResourceRequirementsBuilder resources = new ResourceRequirementsBuilder();
    if (!cpu.isEmpty()) {
      resources.addToRequests("cpu", new Quantity(cpu));
    }
    if (!memory.isEmpty()) {
      resources.addToRequests("memory", new Quantity(memory));
    }
    if (!mostCpu.isEmpty()) {
      resources.addToLimits("cpu", new Quantity(mostCpu));
    }
    if (!mostMemory.isEmpty()) {
      resources.addToLimits("memory", new Quantity(mostMemory));
    }
    return resources.build();
  }

  /** As written in values: {@code requests.cpu}, {@code limits.memory} and so on, all optional. */
  public static ResourceRequirements from(Values values) {
    return of(
        said(values, "requests.cpu"),
        said(values, "requests.memory"),
        said(values, "limits.cpu"),
        said(values, "limits.memory"));
  }

  private static String said(Values values, String path) {
    return values.has(path) ? values.text(path) : "";
  }
}
