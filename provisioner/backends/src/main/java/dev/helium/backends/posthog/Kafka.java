package dev.helium.backends.posthog;

import static dev.helium.backends.product.KubernetesObjects.headless;
import static dev.helium.backends.product.KubernetesObjects.port;
import static dev.helium.backends.product.KubernetesObjects.service;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.ArrayList;
import java.util.List;

/** Kafka, unless it is elsewhere: the queue of events on their way in. One broker. */
final class Kafka {
  private static final String CLIENT = "kafka-client";
  private static final String INTERNAL = "kafka-internal";
  private static final String FOLDER = "/bitnami/kafka";
  private static final ServicePort CLIENTS = port("client", 9092, CLIENT);

  private Kafka() {}

  static List<HasMetadata> objects(Setting setting) {
    Values values = setting.values().at("kafka");
    if (!values.flag("enabled")) {
      return List.of();
    }
    Component broker = broker(setting, values);
    List<HasMetadata> objects =
        new ArrayList<>(Storage.mount(broker, values.at("persistence"), FOLDER));
    objects.add(
        Ways.named(service(Names.KAFKA, values.text("service.type"), broker, CLIENTS), "kafka"));
    objects.add(
        headless(Names.KAFKA + Names.HEADLESS, broker, CLIENTS, port("internal", 9093, INTERNAL)));
    objects.add(broker.statefulSet(Names.KAFKA + Names.HEADLESS));
    return objects;
  }

  /** Of ZooKeeper, with its port. */
  static List<String> zookeeper(Values values) {
    List<String> elsewhere = values.words("externalZookeeper.servers");
    return elsewhere.isEmpty() ? List.of(Names.ZOOKEEPER + ":2181") : elsewhere;
  }

  private static Component broker(Setting setting, Values values) {
    ResourceRequirements resources = Resources.from(values.at("resources"));
    Component broker =
        Images.component(Names.KAFKA, values)
            .before(
                Waiting.forServices(Images.of(values.at("image")), resources, zookeeper(values)))
            .port(CLIENT, 9092)
            .port(INTERNAL, 9093)
            .resources(resources)
            .readiness(Probes.tcp(CLIENT, new Timing(5, 10, 5, 6)))
            .liveness(Probes.tcp(CLIENT, new Timing(10, 10, 5, 3)))
            .security(Storage.bitnami(), Security.restrictedContainer())
            .volume(Volumes.empty("logs"))
            .mount("logs", "/opt/bitnami/kafka/logs")
            .parallel();
    variables(setting, values).addTo(broker);
    return Nodes.applySpread(broker, values);
  }

  private static Variables variables(Setting setting, Values values) {
    String name = "$(MY_POD_NAME)." + setting.host(Names.KAFKA + Names.HEADLESS);
    Variables variables =
        new Variables()
            .plain("BITNAMI_DEBUG", false)
            .field("MY_POD_IP", "status.podIP")
            .field("MY_POD_NAME", "metadata.name")
            .plain("KAFKA_CFG_BROKER_ID", "0")
            .plain("KAFKA_CFG_ZOOKEEPER_CONNECT", String.join(",", zookeeper(values)))
            .plain("KAFKA_INTER_BROKER_LISTENER_NAME", "INTERNAL")
            .plain(
                "KAFKA_CFG_LISTENER_SECURITY_PROTOCOL_MAP", "INTERNAL:PLAINTEXT,CLIENT:PLAINTEXT")
            .plain("KAFKA_CFG_LISTENERS", "INTERNAL://:9093,CLIENT://:9092")
            .plain(
                "KAFKA_CFG_ADVERTISED_LISTENERS",
                "INTERNAL://%s:9093,CLIENT://%s:9092".formatted(name, name))
            .plain("ALLOW_PLAINTEXT_LISTENER", "yes")
            .plain("KAFKA_VOLUME_DIR", FOLDER)
            .plain("KAFKA_LOG_DIR", "/opt/bitnami/kafka/logs")
            .plain("KAFKA_HEAP_OPTS", values.text("heapOpts"))
            .plain(
                "KAFKA_CFG_LOG_RETENTION_BYTES", values.text("logRetentionBytes").replace("_", ""))
            .plain("KAFKA_CFG_LOG_RETENTION_HOURS", values.text("logRetentionHours"));
    KafkaSettings.FIXED.forEach(variables::plain);
    return variables;
  }
}
