package dev.helium.provisioner.keeping;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.GeneratedSecret;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.ProductBackend;
import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;

/** A password, and a pod that is told it. */
public final class KeepingBackend extends ProductBackend {
  @Override
  public List<GeneratedSecret> secrets(Values values) {
    return List.of(new GeneratedSecret.Text("password", 24));
  }

  @Override
  public List<HasMetadata> objects(Setting setting) {
    return List.of(
        KubernetesObjects.secret(
            "credentials",
            Map.of(
                "password", setting.secrets().value("password"),
                "greeting", setting.values().text("greeting"))),
        KubernetesObjects.configMap(
            "settings", Map.of("greeting", setting.values().text("greeting"))),
        Component.of("web", "example/web:1")
            .secretEnvironment("PASSWORD", "credentials", "password")
            .environmentOfConfigMap("settings")
            .deployment());
  }
}
