package dev.helium.backends.posthog;

import static dev.helium.backends.product.KubernetesObjects.configMap;
import static dev.helium.backends.product.KubernetesObjects.port;
import static dev.helium.backends.product.KubernetesObjects.service;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Prometheus of the workspace's own, with what belongs to it. It sees its own namespace alone:
 * what it would need to see nodes and other namespaces belongs to a whole cluster.
 */
final class Prometheus {
  static final String SERVER = "posthog-prometheus-server";
  private static final String HTTP = "http";

  private Prometheus() {}

  static List<HasMetadata> objects(Setting setting) {
    Values values = setting.values().at("prometheus");
    if (!values.flag("enabled")) {
      return List.of();
    }
    List<HasMetadata> objects = new ArrayList<>();
    objects.add(KubernetesObjects.account(SERVER));
    objects.addAll(
        NamespaceRights.readers(setting, SERVER, List.of("services", "endpoints", "pods")));
    objects.add(configMap(SERVER, configuration(setting, values)));
    objects.addAll(server(values.at("server")));
    objects.addAll(Alertmanager.objects(values));
    objects.addAll(StateMetrics.objects(setting, values.at("kubeStateMetrics")));
    objects.addAll(Pushgateway.objects(values.at("pushgateway")));
    return objects;
  }

  private static List<HasMetadata> server(Values values) {
    Component server =
        Images.component(SERVER, values)
            .arguments(
                "--storage.tsdb.retention.time=" + values.text("retention"),
                "--config.file=/etc/config/prometheus.yml",
                "--storage.tsdb.path=/data",
                "--web.console.libraries=/etc/prometheus/console_libraries",
                "--web.console.templates=/etc/prometheus/consoles",
                "--web.enable-lifecycle")
            .port(HTTP, 9090)
            .account(SERVER)
            .resources(Resources.from(values.at("resources")))
            .readiness(Probes.http("/-/ready", HTTP, new Timing(30, 5, 4, 3)))
            .liveness(Probes.http("/-/healthy", HTTP, new Timing(30, 15, 10, 3)))
            .security(Reloading.nobody(), Security.restrictedContainer())
            .graceSeconds(300)
            .beside(Reloading.container("http://127.0.0.1:9090/-/reload"))
            .volume(Volumes.configMap(Reloading.VOLUME, SERVER))
            .mount(Reloading.VOLUME, Reloading.FOLDER)
            .mount("storage", "/data");
    Values persistence = values.at("persistentVolume");
    List<HasMetadata> objects = new ArrayList<>(Reloading.storage(server, persistence));
    objects.add(Nodes.apply(server, values).strategy(Reloading.oneAtATime()).deployment());
    objects.add(
        Ways.named(service(SERVER, "ClusterIP", server, port(HTTP, 80, HTTP)), "prometheus"));
    return objects;
  }

  private static Map<String, String> configuration(Setting setting, Values values) {
    Map<String, String> files = new LinkedHashMap<>();
    String alerting =
        values.flag("alertmanager.enabled")
            ? Template.filled("prometheus-alerting.yml", Map.of("ALERTMANAGER", Alertmanager.NAME))
            : "";
    files.put(
        "prometheus.yml",
        Template.filled("prometheus.yml", Map.of("NAMESPACE", setting.namespace())) + alerting);
    files.put("alerting_rules.yml", Template.text("alerting-rules.yml"));
    values
        .at("serverFiles")
        .tree()
        .forEach((file, content) -> files.put(file, Reloading.yaml(content)));
    return files;
  }
}
