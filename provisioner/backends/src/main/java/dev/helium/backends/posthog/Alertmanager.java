package dev.helium.backends.posthog;

import static dev.helium.backends.product.KubernetesObjects.port;
import static dev.helium.backends.product.KubernetesObjects.secret;
import static dev.helium.backends.product.KubernetesObjects.service;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends alerts on. Its files hold keys of those that it sends to, so they stand in a secret. */
final class Alertmanager {
  static final String NAME = "posthog-prometheus-alertmanager";
  private static final String HTTP = "http";
  private static final String FILE = "alertmanager.yml";

  private Alertmanager() {}

  static List<HasMetadata> objects(Values prometheus) {
    Values values = prometheus.at("alertmanager");
    if (!values.flag("enabled")) {
      return List.of();
    }
    List<HasMetadata> objects = new ArrayList<>();
    objects.add(KubernetesObjects.account(NAME));
    objects.add(secret(NAME, files(prometheus.at("alertmanagerFiles"))));
    Component server = server(values);
    objects.addAll(Reloading.storage(server, values.at("persistentVolume")));
    objects.add(Nodes.apply(server, values).strategy(Reloading.oneAtATime()).deployment());
    objects.add(
        Ways.named(service(NAME, "ClusterIP", server, port(HTTP, 80, HTTP)), "alertmanager"));
    return objects;
  }

  private static Component server(Values values) {
    Component server =
        Images.component(NAME, values)
            .arguments(
                "--config.file=" + Reloading.FOLDER + "/" + FILE,
                "--storage.path=/data",
                "--cluster.advertise-address=[$(POD_IP)]:6783",
                "--web.external-url=http://localhost:9093")
            .port(HTTP, 9093)
            .accountWithoutToken(NAME)
            .resources(Resources.from(values.at("resources")))
            .readiness(Probes.http("/-/ready", HTTP, new Timing(30, 10, 30, 3)))
            .security(Reloading.nobody(), Security.restrictedContainer())
            .beside(Reloading.container("http://127.0.0.1:9093/-/reload"))
            .volume(Volumes.secret(Reloading.VOLUME, NAME))
            .mount(Reloading.VOLUME, Reloading.FOLDER)
            .mount("storage", "/data");
    return new Variables().field("POD_IP", "status.podIP").addTo(server);
  }

  private static Map<String, String> files(Values given) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(FILE, Template.text(FILE));
    given.tree().forEach((file, content) -> files.put(file, Reloading.yaml(content)));
    return files;
  }
}
