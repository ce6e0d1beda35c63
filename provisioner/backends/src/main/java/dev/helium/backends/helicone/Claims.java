package dev.helium.backends.helicone;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import java.util.List;

/** Volumes of components that keep something: a claim, or a folder that goes with the pod. */
final class Claims {
  private Claims() {}

  static boolean outlivesPods(Values values) {
    return values.flag("persistence.enabled");
  }

  static String name(Part part) {
    return part.objectName() + "-pvc";
  }

  /** Mounts the volume of that name; what has to be there for it comes back. */
  static HasMetadata[] mount(
      Component component, Part part, Values values, String volume, String path) {
    component.mount(volume, path);
    if (!outlivesPods(values)) {
      component.volume(Volumes.empty(volume));
      return new HasMetadata[0];
    }
    component.volume(Volumes.claimed(volume, name(part)));
    return new HasMetadata[] {claim(part, values)};
  }

  private static PersistentVolumeClaim claim(Part part, Values values) {
    PersistentVolumeClaim claim =
        Volumes.claim(
            name(part),
            values.text("persistence.size"),
            values.text("persistence.storageClassName"));
    List<String> ways = values.words("persistence.accessModes");
    return new PersistentVolumeClaimBuilder(claim)
        .editMetadata()
        .addToAnnotations(values.texts("persistence.annotations"))
        .endMetadata()
        .editSpec()
        .withAccessModes(ways.isEmpty() ? claim.getSpec().getAccessModes() : ways)
        .endSpec()
        .build();
  }
}
