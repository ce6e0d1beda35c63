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
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** ZooKeeper, for the Kafka and the ClickHouse that are here. */
final class Zookeeper {
  private static final String[] ASK = {
    "/bin/bash", "-c", "echo ruok | timeout 2 nc -w 2 localhost 2181 | grep imok"
  };
  private static final ServicePort[] PORTS = {
    port("client", 2181, "client"),
    port("follower", 2888, "follower"),
    port("election", 3888, "election")
  };

  private Zookeeper() {}

  static boolean isHere(Values values) {
    return values.flag("zookeeper.enabled")
        && (values.flag("kafka.enabled") || values.flag("clickhouseOperator.enabled"));
  }

  static List<HasMetadata> objects(Setting setting) {
    if (!isHere(setting.values())) {
      return List.of();
    }
    Values values = setting.values().at("zookeeper");
    int replicas = values.number("replicaCount");
    Component server = server(setting, values, replicas);
    List<HasMetadata> objects = new ArrayList<>();
    objects.add(Ways.hidden(service(Names.ZOOKEEPER, "ClusterIP", server, PORTS)));
    objects.add(headless(Names.ZOOKEEPER + Names.HEADLESS, server, PORTS));
    objects.add(server.statefulSet(Names.ZOOKEEPER + Names.HEADLESS));
    if (replicas > 1) {
      objects.add(budget(server));
    }
    return objects;
  }

  private static Component server(Setting setting, Values values, int replicas) {
    Component server =
        Images.component(Names.ZOOKEEPER, values)
            .command("bash", "-ec", Template.text("zookeeper-start.sh"))
            .port("client", 2181)
            .port("follower", 2888)
            .port("election", 3888)
            .resources(Resources.from(values.at("resources")))
            .readiness(Probes.command(new Timing(5, 10, 5, 6), ASK))
            .liveness(Probes.command(new Timing(30, 10, 5, 6), ASK))
            .security(Storage.bitnami(), Security.restrictedContainer())
            .replicas(replicas)
            .parallel();
    variables(setting, values, replicas).addTo(server);
    Storage.mountEach(server, values.at("persistence"), "/bitnami/zookeeper");
    return Nodes.applySpread(server, values);
  }

  private static Variables variables(Setting setting, Values values, int replicas) {
    return new Variables()
        .field("POD_NAME", "metadata.name")
        .plain("ZOO_DATA_LOG_DIR", "")
        .plain("ZOO_PORT_NUMBER", "2181")
        .plain("ZOO_TICK_TIME", "2000")
        .plain("ZOO_INIT_LIMIT", "10")
        .plain("ZOO_SYNC_LIMIT", "5")
        .plain("ZOO_MAX_CLIENT_CNXNS", "60")
        .plain("ZOO_4LW_COMMANDS_WHITELIST", "srvr, mntr, ruok")
        .plain("ZOO_LISTEN_ALLIPS_ENABLED", "no")
        .plain("ZOO_AUTOPURGE_INTERVAL", "0")
        .plain("ZOO_AUTOPURGE_RETAIN_COUNT", "3")
        .plain("ZOO_MAX_SESSION_TIMEOUT", "40000")
        .plain("ZOO_SERVERS", servers(setting, replicas))
        .plain("ZOO_ENABLE_AUTH", "no")
        .plain("ZOO_HEAP_SIZE", values.text("heapSize"))
        .plain("ZOO_LOG_LEVEL", "ERROR")
        .plain("ALLOW_ANONYMOUS_LOGIN", "yes");
  }

  private static String servers(Setting setting, int replicas) {
    String domain = setting.host(Names.ZOOKEEPER + Names.HEADLESS);
    return IntStream.range(0, replicas)
        .mapToObj(
            index -> "%s-%d.%s:2888:3888::%d".formatted(Names.ZOOKEEPER, index, domain, index + 1))
        .collect(Collectors.joining(" "));
  }

  private static PodDisruptionBudget budget(Component server) {
    return new PodDisruptionBudgetBuilder()
        .withNewMetadata()
        .withName(Names.ZOOKEEPER)
        .endMetadata()
        .withNewSpec()
        .withMaxUnavailable(new IntOrString(1))
        .withNewSelector()
        .withMatchLabels(server.selector())
        .endSelector()
        .endSpec()
        .build();
  }
}
