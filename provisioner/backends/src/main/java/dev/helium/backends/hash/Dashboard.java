package dev.helium.backends.hash;

import static dev.helium.backends.product.KubernetesObjects.account;
import static dev.helium.backends.product.KubernetesObjects.port;
import static dev.helium.backends.product.KubernetesObjects.secret;
import static dev.helium.backends.product.KubernetesObjects.service;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Kubernetes dashboard, when asked for: it sees this namespace only, and changes nothing. */
final class Dashboard {
  static final int SERVICE_PORT = 8080;

  private static final int PORT = 9090;
  private static final String PATH = "dev.k8sdash";
  private static final int USER = 1001;
  private static final int GROUP = 2001;

  private Dashboard() {}

  static boolean wanted(Values values) {
    return values.flag("dev.k8sdash.enable");
  }

  /** To what is in the workspace; it would show the namespace {@code default} otherwise. */
  static String link(Plan plan) {
    return plan.hosts().dashboardUrl() + "/#/workloads?namespace=" + plan.namespace();
  }

  static List<HasMetadata> objects(Plan plan) {
    if (!wanted(plan.values())) {
      return List.of();
    }
    Component component = component(plan);
    List<HasMetadata> objects = new ArrayList<>(DashboardRights.objects(plan));
    objects.add(account(Names.DASHBOARD));
    // It fills them itself and may not make any.
    DashboardRights.OWN_SECRETS.forEach(name -> objects.add(secret(name, Map.of())));
    objects.add(
        Ways.named(
            service(
                Names.DASHBOARD,
                "ClusterIP",
                component,
                port(Names.HTTP, SERVICE_PORT, Names.HTTP)),
            "dashboard"));
    objects.add(component.deployment());
    return objects;
  }

  private static Component component(Plan plan) {
    Values values = plan.values();
    return Parts.of(
            plan,
            Names.DASHBOARD,
            PATH,
            values.text("dev.k8sdash.image"),
            "IfNotPresent",
            USER,
            GROUP)
        .arguments(
            "--namespace=" + plan.namespace(),
            "--insecure-bind-address=0.0.0.0",
            "--insecure-port=" + PORT,
            "--enable-skip-login",
            "--enable-insecure-login",
            "--disable-settings-authorizer")
        .account(Names.DASHBOARD)
        .port(Names.HTTP, PORT)
        .volume(Volumes.empty("temporary"))
        .mount("temporary", "/tmp")
        .readiness(Probes.http("/", Names.HTTP, new Timing(5, 10, 5, 3)))
        .liveness(Probes.http("/", Names.HTTP, new Timing(30, 10, 30, 3)));
  }
}
