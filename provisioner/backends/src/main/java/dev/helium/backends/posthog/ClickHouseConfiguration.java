package dev.helium.backends.posthog;

import static dev.helium.backends.product.KubernetesObjects.configMap;

import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What ClickHouse is told. Passwords it reads from its environment. */
final class ClickHouseConfiguration {
  private ClickHouseConfiguration() {}

  static List<HasMetadata> objects(
      Setting setting, ClickHouseAccess access, String configuration, String users) {
    Map<String, String> facts =
        Map.of(
            "CLUSTER",
            access.database(),
            "USER",
            access.user(),
            "ZOOKEEPER",
            nodes(zookeeper(setting.values().at("clickhouse"))));
    return List.of(
        configMap(
            configuration,
            Map.of(
                "posthog.xml", Template.filled("clickhouse.xml", facts),
                "events.proto", Template.text("events.proto"))),
        configMap(users, Map.of("posthog.xml", Template.filled("clickhouse-users.xml", facts))));
  }

  /** Hosts of ZooKeeper with their ports. */
  static List<String> zookeeper(Values values) {
    List<Values> elsewhere = values.objects("externalZookeeper.servers");
    return elsewhere.isEmpty()
        ? List.of(Names.ZOOKEEPER + ":2181")
        : elsewhere.stream()
            .map(server -> server.text("host") + ":" + server.text("port"))
            .toList();
  }

  private static String nodes(List<String> addresses) {
    return addresses.stream()
        .map(address -> address.split(":"))
        .map(parts -> "<node><host>%s</host><port>%s</port></node>".formatted(parts[0], parts[1]))
        .collect(Collectors.joining("\n    "));
  }
}
