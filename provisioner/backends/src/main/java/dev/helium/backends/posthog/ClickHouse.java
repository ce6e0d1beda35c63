package dev.helium.backends.posthog;

import static dev.helium.backends.product.KubernetesObjects.headless;
import static dev.helium.backends.product.KubernetesObjects.port;
import static dev.helium.backends.product.KubernetesObjects.secret;
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
import java.util.Map;

/**
 * ClickHouse, unless it is elsewhere: where events are kept and counted. A stateful set of one,
 * with what an operator would write into it: an operator and its kinds of objects belong to a whole
 * cluster, and two workspaces would quarrel about them.
 */
final class ClickHouse {
  private static final String CONFIGURATION = Names.CLICKHOUSE + "-configuration";
  private static final String USERS = Names.CLICKHOUSE + "-users";
  private static final String CLIENT = "client";

  /** Not named after HTTP: nobody is to take it for the page that people look at. */
  private static final ServicePort[] PORTS = {
    port("query", 8123, "http"), port(CLIENT, 9000, CLIENT)
  };

  private ClickHouse() {}

  static List<HasMetadata> objects(Setting setting, ClickHouseAccess access) {
    Values operator = setting.values().at("clickhouseOperator");
    if (!operator.flag("enabled")) {
      return List.of();
    }
    Component server = server(setting.values(), access);
    List<HasMetadata> objects =
        new ArrayList<>(
            Storage.claim(
                server, size(operator), Storage.storageClass(operator), "/var/lib/clickhouse"));
    Map<String, String> content = access.password().contentOf(Names.CLICKHOUSE);
    if (!content.isEmpty()) {
      objects.add(secret(Names.CLICKHOUSE, content));
    }
    objects.addAll(ClickHouseConfiguration.objects(setting, access, CONFIGURATION, USERS));
    objects.add(
        Ways.named(
            service(Names.CLICKHOUSE, operator.text("serviceType"), server, PORTS),
            "clickhouse",
            access.password()));
    objects.add(headless(Names.CLICKHOUSE + Names.HEADLESS, server, PORTS));
    objects.add(server.statefulSet(Names.CLICKHOUSE + Names.HEADLESS));
    return objects;
  }

  /** The document calls it {@code size} in one place and {@code storage} in the others. */
  private static String size(Values operator) {
    return operator.text(operator.has("size") ? "size" : "storage");
  }

  private static Component server(Values all, ClickHouseAccess access) {
    Values values = all.at("clickhouse");
    Values operator = all.at("clickhouseOperator");
    ResourceRequirements resources = Resources.from(values.at("resources"));
    Component server =
        Images.component(Names.CLICKHOUSE, values)
            .command("/usr/bin/clickhouse-server")
            .arguments("--config-file=/etc/clickhouse-server/config.xml")
            .before(
                Waiting.forServices(
                    Images.of(values.at("image")),
                    resources,
                    ClickHouseConfiguration.zookeeper(values)))
            .port("http", 8123)
            .port(CLIENT, 9000)
            .port("interserver", 9009)
            .resources(resources)
            .readiness(Probes.http("/ping", "http", new Timing(10, 3, 1, 3)))
            .liveness(Probes.http("/ping", "http", new Timing(60, 3, 1, 10)))
            .security(Security.restrictedPod(101, 101), Security.restrictedContainer())
            .volume(Volumes.configMap("configuration", CONFIGURATION))
            .volume(Volumes.configMap("users", USERS))
            .mount("configuration", "/etc/clickhouse-server/config.d")
            .mount("users", "/etc/clickhouse-server/users.d");
    new Variables().password("CLICKHOUSE_PASSWORD", access.password()).addTo(server);
    return Nodes.applyOn(
        server, values, operator.flag("useNodeSelector") ? Map.of("clickhouse", "true") : Map.of());
  }
}
