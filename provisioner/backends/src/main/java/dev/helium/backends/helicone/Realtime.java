package dev.helium.backends.helicone;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.List;

/** Changes of the database over web sockets. */
final class Realtime {
  /**
   * The tenant that it makes for itself when it starts. It knows tenants by the first word of the
   * host that it is called by, so a service of that name leads to it too.
   */
  static final String TENANT = "realtime-dev";

  private Realtime() {}

  static List<HasMetadata> of(Plan plan) {
    Assembly assembly = Assembly.of(plan, Part.REALTIME);
    Supabase.waitForDatabase(plan, Part.REALTIME, assembly);
    assembly
        .component()
        .command("/bin/sh", "-c")
        .arguments(
            "/app/bin/migrate"
                + " && /app/bin/realtime eval 'Realtime.Release.seeds(Realtime.Repo)'"
                + " && exec /app/bin/server");
    return assembly.objects(tenant(plan, assembly.component()));
  }

  private static Service tenant(Plan plan, Component component) {
    String port = Services.portName(Part.REALTIME);
    return new ServiceBuilder(
            KubernetesObjects.service(
                TENANT,
                "ClusterIP",
                component,
                KubernetesObjects.port(port, plan.port(Part.REALTIME), port)))
        .editMetadata()
        .addToAnnotations(Ways.annotations(plan.values(), Part.REALTIME))
        .endMetadata()
        .build();
  }
}
