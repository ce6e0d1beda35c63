package dev.helium.provisioner.catalogue;

import dev.helium.backends.Backend;
import dev.helium.backends.BackendRegistry;
import dev.helium.backends.Manifest;
import dev.helium.domain.BackendDescription;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the backends say of themselves, as it is told. */
public final class Catalogue {
  private Catalogue() {}

  public static List<BackendDescription> of(BackendRegistry backends) {
    return backends.all().stream().map(Backend::manifest).map(Catalogue::description).toList();
  }

  private static BackendDescription description(Manifest manifest) {
    return new BackendDescription(
        manifest.name(),
        manifest.summary(),
        new JsonObject(manifest.parameters()).encode(),
        manifest.outputs(),
        profiles(manifest),
        manifest.fields(),
        manifest.ready(),
        manifest.infrastructure().isEmpty()
            ? ""
            : new JsonObject(manifest.infrastructure()).encode(),
        manifest.page());
  }

  private static Map<String, String> profiles(Manifest manifest) {
    Map<String, String> profiles = new TreeMap<>();
    manifest
        .profiles()
        .forEach((name, values) -> profiles.put(name, new JsonObject(values).encode()));
    return profiles;
  }
}
