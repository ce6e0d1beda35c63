package dev.helium.backends.posthog;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategyBuilder;
import java.util.List;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** What the two servers of Prometheus have in common: files that change, and a volume. */
final class Reloading {
  static final String VOLUME = "config";
  static final String FOLDER = "/etc/config";
  private static final String STORAGE = "storage";
  private static final long NOBODY = 65534;

  private Reloading() {}

  /** Tells a server beside it that its files have changed. */
  static Container container(String url) {
    return Component.of("configmap-reload", "jimmidyson/configmap-reload:v0.5.0")
        .arguments("--volume-dir=" + FOLDER, "--webhook-url=" + url)
        .mount(VOLUME, FOLDER)
        .asContainer();
  }

  /** Gives a server its volume, and the claim that is to be made for it, if any. */
  static List<HasMetadata> storage(Component server, Values persistence) {
    if (!persistence.flag("enabled")) {
      server.volume(Volumes.empty(STORAGE));
      return List.of();
    }
    server.volume(Volumes.claimed(STORAGE, server.name()));
    return List.of(
        Volumes.claim(server.name(), persistence.text("size"), Storage.storageClass(persistence)));
  }

  /** Two servers cannot write to the same volume. */
  static DeploymentStrategy oneAtATime() {
    return new DeploymentStrategyBuilder().withType("Recreate").build();
  }

  static PodSecurityContext nobody() {
    return Security.restrictedPod(NOBODY, NOBODY);
  }

  static String yaml(Object content) {
    return new Dump(DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build())
        .dumpToString(content);
  }
}
