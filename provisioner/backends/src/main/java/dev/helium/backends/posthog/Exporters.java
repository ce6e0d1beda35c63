package dev.helium.backends.posthog;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.WayAnnotations;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What takes measurements of the app (statsd) and shows them to Prometheus: the one that the app is
 * told of, and one that others may send theirs to.
 */
final class Exporters {
  static final String METRICS = "posthog-metrics";
  private static final String HTTP = "metrics";
  private static final String STREAM = "statsd-tcp";
  private static final String DATAGRAMS = "statsd-udp";
  private static final long NOBODY = 65534;

  private Exporters() {}

  static List<HasMetadata> objects(Values values) {
    List<HasMetadata> objects = new ArrayList<>();
    if (values.flag("statsd.enabled")) {
      objects.addAll(statsd(values.at("statsd")));
    }
    if (values.flag("metrics.enabled")) {
      objects.addAll(metrics(values.at("metrics")));
    }
    return objects;
  }

  private static List<HasMetadata> statsd(Values values) {
    Component exporter =
        exporter(Names.STATSD, values)
            .arguments(
                "--web.listen-address=:9102",
                "--web.telemetry-path=/metrics",
                "--statsd.listen-udp=:9125",
                "--statsd.listen-tcp=:9125")
            .port(STREAM, 9125)
            .readiness(Probes.http("/metrics", HTTP, Timing.USUAL))
            .liveness(Probes.http("/metrics", HTTP, Timing.USUAL));
    return List.of(
        withDatagrams(exporter.deployment()),
        service(
            exporter,
            "ClusterIP",
            KubernetesObjects.port(HTTP, 9102, HTTP),
            KubernetesObjects.port(STREAM, 9125, STREAM),
            datagrams()));
  }

  private static List<HasMetadata> metrics(Values values) {
    Component exporter =
        exporter(METRICS, values)
            .arguments("--statsd.listen-udp=:9125", "--web.listen-address=:9102");
    if (values.flag("readinessProbe.enabled")) {
      exporter.readiness(Probes.http("/metrics", HTTP, Checks.timing(values.at("readinessProbe"))));
    }
    if (values.flag("livenessProbe.enabled")) {
      exporter.liveness(Probes.http("/metrics", HTTP, Checks.timing(values.at("livenessProbe"))));
    }
    List<HasMetadata> objects = new ArrayList<>();
    objects.add(withDatagrams(exporter.deployment()));
    objects.add(
        service(
            exporter,
            values.text("service.type"),
            KubernetesObjects.port(HTTP, 9102, HTTP),
            datagrams()));
    if (values.flag("serviceMonitor.enabled")) {
      objects.add(ForeignKinds.monitor(values.at("serviceMonitor"), exporter.selector(), HTTP));
    }
    return objects;
  }

  private static Component exporter(String name, Values values) {
    Component exporter =
        Images.component(name, values)
            .port(HTTP, 9102)
            .resources(Resources.from(values.at("resources")))
            .security(Security.restrictedPod(NOBODY, NOBODY), Security.restrictedContainer())
            .annotations(Scraping.of("9102"));
    return Nodes.apply(exporter, values);
  }

  private static Deployment withDatagrams(Deployment deployment) {
    return new DeploymentBuilder(deployment)
        .editSpec()
        .editTemplate()
        .editSpec()
        .editFirstContainer()
        .addNewPort()
        .withName(DATAGRAMS)
        .withContainerPort(9125)
        .withProtocol("UDP")
        .endPort()
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  /** With a label, which monitors of a Prometheus operator look for. */
  private static Service service(Component exporter, String type, ServicePort... ports) {
    Service service = KubernetesObjects.service(exporter.name(), type, exporter, ports);
    return new ServiceBuilder(
            WayAnnotations.annotated(service, Map.of(WayAnnotations.LINK_NAME, exporter.name())))
        .editMetadata()
        .addToLabels(exporter.selector())
        .endMetadata()
        .build();
  }

  private static ServicePort datagrams() {
    return new ServicePortBuilder()
        .withName(DATAGRAMS)
        .withPort(9125)
        .withTargetPort(new IntOrString(DATAGRAMS))
        .withProtocol("UDP")
        .build();
  }
}
