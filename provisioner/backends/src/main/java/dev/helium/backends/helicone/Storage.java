package dev.helium.backends.helicone;

import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** Storage, and imgproxy, which reads the same volume. */
final class Storage {
  private static final String VOLUME = "storage-data";
  private static final String FOLDER = "/var/lib/storage";

  private Storage() {}

  static List<HasMetadata> of(Plan plan) {
    Values values = Part.STORAGE.in(plan.values());
    Assembly assembly = Assembly.of(plan, Part.STORAGE);
    if (!areShareable(values)) {
      assembly.oneAtATime();
    }
    Supabase.waitForDatabase(plan, Part.STORAGE, assembly);
    return assembly.objects(
        Claims.mount(assembly.component(), Part.STORAGE, values, VOLUME, FOLDER));
  }

  /** Storage tells it the path of a file, not what is in it. */
  static List<HasMetadata> imgproxy(Plan plan) {
    Values storage = Part.STORAGE.in(plan.values());
    Assembly assembly = Assembly.of(plan, Part.IMGPROXY);
    if (plan.has(Part.STORAGE) && Claims.outlivesPods(storage)) {
      assembly
          .component()
          .volume(Volumes.claimed(VOLUME, Claims.name(Part.STORAGE)))
          .mount(VOLUME, FOLDER, null, true);
      if (!areShareable(storage)) {
        Nodes.beside(assembly.component(), Part.IMGPROXY.in(plan.values()), Part.STORAGE);
      }
    }
    return assembly.objects();
  }

  /** Whether several nodes can have the volume. */
  static boolean areShareable(Values storage) {
    return storage.words("persistence.accessModes").contains("ReadWriteMany");
  }
}
