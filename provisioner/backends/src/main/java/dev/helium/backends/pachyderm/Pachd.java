package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.EnvFromSourceBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.ArrayList;
import java.util.List;

/** The server: data, pipelines, logins. It moves its databases to its version by itself. */
final class Pachd {
  static final String NAME = "pachd";
  static final String DEPLOYMENT_ID = "pachyderm-deployment-id-secret";

  private static final Timing PATIENT = new Timing(0, 10, 30, 10);
  private static final String[] READY = {"/pachd", "--readiness"};

  /** Pausing and going on is done through it, by pachd. */
  private static final String SWITCHES = "pachd-config";

  private Pachd() {}

  static List<HasMetadata> objects(Plan plan) {
    return plan.choices().pachd() ? List.of(deployment(plan)) : List.of();
  }

  private static Deployment deployment(Plan plan) {
    return new DeploymentBuilder(component(plan).deployment())
        .editSpec()
        .editTemplate()
        .editSpec()
        .editFirstContainer()
        .addToEnvFrom(new EnvFromSourceBuilder().withNewConfigMapRef(SWITCHES, true).build())
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  static Component component(Plan plan) {
    Component pachd =
        Pods.of(plan, NAME, Images.ofRelease(plan, "pachd.image"), plan.values().at("pachd"))
            .replicas(plan.values().number("pachd.replicas"))
            .account(PachdAccounts.server(plan))
            .before(Waits.until(plan, needed(plan)))
            .command("/pachd")
            .arguments("--mode", "$(MODE)")
            .port(PachdServices.STORAGE, 1600)
            .port(PachdServices.GRPC, 1650)
            .port(PachdServices.PEER, 1653)
            .port(PachdServices.OIDC, 1657)
            .port(PachdServices.IDENTITY, 1658)
            .port(PachdServices.METRICS, 1656)
            .readiness(Probes.command(Timing.USUAL, READY))
            .liveness(Probes.command(PATIENT, READY))
            .startup(Probes.command(PATIENT, READY))
            .environmentOfSecret(StorageSecret.NAME)
            .environmentOfSecret(DEPLOYMENT_ID)
            .volume(Volumes.empty("tmp"))
            .mount("tmp", "/tmp")
            .volume(disk(plan))
            .mount("pach-disk", "/pach")
            .volume(Volumes.secret(StorageSecret.NAME, StorageSecret.NAME))
            .mount(StorageSecret.NAME, "/" + StorageSecret.NAME);
    if (plan.choices().root()) {
      pachd.security(root(), Security.baselineContainer());
    }
    Certificates.mount(plan, "pachd.tls", pachd);
    if (plan.values().has("oidc.dexCredentialSecretName")) {
      pachd
          .volume(Volumes.secret("dex-creds", plan.values().text("oidc.dexCredentialSecretName")))
          .mount("dex-creds", "/dexcreds");
    }
    PachdEnvironment.describe(plan, pachd);
    return pachd;
  }

  /** The folder of the node, of which every life of a workspace has its own. */
  static String nodeFolder(Plan plan) {
    String folder =
        plan.named(
            "pachd.storage.local.hostPath",
            "/var/pachyderm-%s-%d/".formatted(plan.namespace(), plan.setting().incarnation()));
    return folder + "pachd";
  }

  private static Volume disk(Plan plan) {
    return plan.choices().storage() == StorageBackend.LOCAL
        ? new VolumeBuilder()
            .withName("pach-disk")
            .withNewHostPath(nodeFolder(plan), "DirectoryOrCreate")
            .build()
        : Volumes.empty("pach-disk");
  }

  private static List<String> needed(Plan plan) {
    List<String> places =
        new ArrayList<>(List.of(Etcd.NAME + "/" + Etcd.PORT, new Database(plan).pool()));
    if (plan.choices().ownStore()) {
      places.add(ObjectStore.place());
    }
    return places;
  }

  private static PodSecurityContext root() {
    return new PodSecurityContextBuilder(Security.baselinePod()).withRunAsUser(0L).build();
  }
}
