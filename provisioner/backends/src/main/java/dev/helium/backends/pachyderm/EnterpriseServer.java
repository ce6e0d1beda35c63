package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import dev.helium.backends.product.WayAnnotations;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** The server that gives other workspaces licences and logins, in the place of pachd. */
final class EnterpriseServer {
  static final String NAME = "pach-enterprise";

  private EnterpriseServer() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.choices().enterpriseServer()) {
      return List.of();
    }
    Component server = component(plan);
    Values ports = plan.values().at("enterpriseServer.service");
    return List.of(
        server.deployment(),
        Labels.wayIn(
            WayAnnotations.annotated(
                KubernetesObjects.service(
                    NAME,
                    ports.text("type"),
                    server,
                    PachdServices.port(ports, PachdServices.GRPC, "apiGRPCPort"),
                    PachdServices.port(ports, PachdServices.OIDC, "oidcPort"),
                    PachdServices.port(ports, PachdServices.IDENTITY, "identityPort"),
                    PachdServices.port(ports, PachdServices.METRICS, "prometheusPort")),
                PachdServices.MEASURED),
            "enterprise",
            plan.choices().logins() ? EnterpriseSecrets.tokenSecret(plan) : ""));
  }

  static Component component(Plan plan) {
    Component server =
        Pods.of(
                plan,
                NAME,
                Images.ofRelease(plan, "enterpriseServer.image"),
                plan.values().at("enterpriseServer"))
            .before(
                Waits.until(plan, List.of(Etcd.NAME + "/" + Etcd.PORT, new Database(plan).pool())))
            .command("/pachd", "--mode=enterprise")
            .port(PachdServices.GRPC, 1650)
            .port(PachdServices.PEER, 1653)
            .port(PachdServices.OIDC, 1657)
            .port(PachdServices.IDENTITY, 1658)
            .port(PachdServices.METRICS, 1656)
            .readiness(Probes.command(Timing.USUAL, "/pachd", "--readiness"))
            .environment("ETCD_SERVICE_HOST", Etcd.NAME)
            .environment("ETCD_SERVICE_PORT", String.valueOf(Etcd.PORT))
            .environmentOfSecret(Pachd.DEPLOYMENT_ID)
            .volume(Volumes.empty("tmp"))
            .mount("tmp", "/tmp");
    new Database(plan).describe(server);
    Certificates.mount(plan, "enterpriseServer.tls", server);
    WebProxy.describe(plan, server);
    EnterpriseEnvironment.describe(plan, server);
    return server;
  }
}
