package dev.helium.backends.posthog;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import java.util.List;

/** What stores have in common: volumes for their data, and images that Bitnami makes. */
final class Storage {
  private static final String DATA = "data";
  private static final long BITNAMI = 1001;

  private Storage() {}

  /**
   * Mounts the data of a store of one pod, and gives the claim that is to be made for it, if any.
   * The claim is an object of its own under the name that a template would give it, because
   * templates cannot change, and so a volume could not grow.
   *
   * @param persistence {@code enabled}, {@code size} and, optionally, {@code storageClass}
   */
  static List<HasMetadata> mount(Component store, Values persistence, String path) {
    return mount(store, persistence, persistence.text("size"), path);
  }

  /** The same, of another size than the values say there. */
  static List<HasMetadata> mount(Component store, Values persistence, String size, String path) {
    if (persistence.flag("enabled")) {
      return claim(store, size, storageClass(persistence), path);
    }
    store.mount(DATA, path).volume(Volumes.empty(DATA));
    return List.of();
  }

  /** The same of a store that always keeps its data. */
  static List<HasMetadata> claim(Component store, String size, String storageClass, String path) {
    String name = DATA + "-" + store.name() + "-0";
    store.mount(DATA, path).volume(Volumes.claimed(DATA, name));
    return List.of(Volumes.claim(name, size, storageClass));
  }

  /** Mounts the data of a store of several pods, each of which has a claim from a template. */
  static void mountEach(Component store, Values persistence, String path) {
    store.mount(DATA, path);
    if (persistence.flag("enabled")) {
      store.claim(Volumes.claim(DATA, persistence.text("size"), storageClass(persistence)));
    } else {
      store.volume(Volumes.empty(DATA));
    }
  }

  static String storageClass(Values values) {
    return values.has("storageClass") ? values.text("storageClass") : "";
  }

  /** Its images give their own files to the group 0, in which a user without a group is. */
  static PodSecurityContext bitnami() {
    return new PodSecurityContextBuilder(Security.restrictedPod())
        .withRunAsUser(BITNAMI)
        .withFsGroup(BITNAMI)
        .build();
  }
}
