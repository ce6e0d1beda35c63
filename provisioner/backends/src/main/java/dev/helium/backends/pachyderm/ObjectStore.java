package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;

/**
 * The object store with the bucket of this workspace, which ends with it, unless another store is
 * used.
 */
final class ObjectStore {
  private static final String NAME = "minio";
  private static final String OBJECTS = "s3";
  private static final String CONSOLE = "console";
  private static final String DATA = "data";
  private static final int PORT = 9000;
  private static final int CONSOLE_PORT = 9001;

  private ObjectStore() {}

  /** Host and port, as clients of the store are told. */
  static String endpoint(Plan plan) {
    return plan.setting().host(NAME) + ":" + PORT;
  }

  /** What {@link Waits} takes. */
  static String place() {
    return NAME + "/" + PORT;
  }

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.choices().pachd()) {
      return List.of();
    }
    List<HasMetadata> objects = new ArrayList<>(StorageSecret.objects(plan));
    if (plan.choices().ownStore()) {
      Component store = component(plan);
      objects.add(store.statefulSet("minio-headless"));
      objects.add(
          Labels.wayIn(
              KubernetesObjects.service(
                  NAME,
                  "ClusterIP",
                  store,
                  KubernetesObjects.port(OBJECTS, PORT, OBJECTS),
                  KubernetesObjects.port(CONSOLE, CONSOLE_PORT, CONSOLE)),
              "bucket",
              StorageSecret.NAME));
      objects.add(
          KubernetesObjects.headless(
              "minio-headless", store, KubernetesObjects.port(OBJECTS, PORT, OBJECTS)));
    }
    return objects;
  }

  private static Component component(Plan plan) {
    Values values = plan.values().at(NAME);
    String image = Images.of(plan, "minio.image");
    Component bucket =
        Component.of("bucket", image)
            .command("mkdir", "-p", "/data/" + StorageSecret.bucket(plan))
            .security(null, Pods.readOnly())
            .mount(DATA, "/data");
    return Pods.of(plan, NAME, image, values)
        .security(Pods.pod(Pods.USER), Security.restrictedContainer())
        // A folder of its data is a bucket.
        .before(bucket.asContainer())
        .command("minio", "server", "/data", "--console-address=:" + CONSOLE_PORT)
        .secretEnvironment("MINIO_ROOT_USER", StorageSecret.NAME, StorageSecret.MINIO_USER)
        .secretEnvironment("MINIO_ROOT_PASSWORD", StorageSecret.NAME, StorageSecret.MINIO_PASSWORD)
        .environment("HOME", "/tmp")
        .port(OBJECTS, PORT)
        .port(CONSOLE, CONSOLE_PORT)
        .readiness(Probes.http("/minio/health/ready", OBJECTS, Timing.of(0, 5)))
        .liveness(Probes.http("/minio/health/live", OBJECTS, Timing.of(30, 10)))
        .volume(Volumes.empty("tmp"))
        .mount("tmp", "/tmp")
        .claim(Volumes.claim(DATA, values.text("size"), values.text("storageClass")))
        .mount(DATA, "/data");
  }
}
