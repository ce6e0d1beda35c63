package dev.helium.backends.hash;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategyBuilder;
import java.util.List;

/** The folder {@code /data} of a component: kept in a claim, or as long as its pod lives. */
final class Storage {
  private static final String VOLUME = "data";
  private static final String FOLDER = "/data";

  private final String claim;
  private final Values values;

  /**
   * @param values {@code persistence} of the component
   */
  Storage(String component, Values values) {
    this.claim = component + "-data";
    this.values = values;
  }

  /** One pod at a time writes to a claim, so the old one ends before the new one begins. */
  Component mountedIn(Component component) {
    if (!values.flag("enabled")) {
      return component.volume(Volumes.empty(VOLUME)).mount(VOLUME, FOLDER);
    }
    return component
        .volume(Volumes.claimed(VOLUME, claim))
        .mount(VOLUME, FOLDER)
        .strategy(new DeploymentStrategyBuilder().withType("Recreate").build());
  }

  List<HasMetadata> objects() {
    return values.flag("enabled")
        ? List.of(Volumes.claim(claim, values.text("size"), values.text("storageClass")))
        : List.of();
  }
}
