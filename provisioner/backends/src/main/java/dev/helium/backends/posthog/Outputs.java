package dev.helium.backends.posthog;

import dev.helium.backends.product.Setting;
import java.util.LinkedHashMap;
import java.util.Map;

/** What people want to know of a workspace beside the ways in that are seen. Never a secret. */
final class Outputs {
  private Outputs() {}

  static Map<String, String> of(Setting setting, Access access) {
    Map<String, String> facts = new LinkedHashMap<>();
    Site.link(setting.values()).ifPresent(link -> facts.put("ConsoleURL", link));
    facts.put("Site", forward(setting, Names.POSTHOG, "8000:" + port(setting)));
    facts.put(
        "ClickHouse", inside(setting, access.clickHouse().host(), access.clickHouse().address()));
    facts.put("ClickHouseUser", access.clickHouse().user());
    access.clickHouse().password().place().ifPresent(place -> facts.put("ClickHouseSecret", place));
    facts.put("Postgres", inside(setting, access.postgres().host(), access.postgres().address()));
    access.postgres().password().place().ifPresent(place -> facts.put("PostgresSecret", place));
    facts.put("Redis", inside(setting, access.redis().host(), access.redis().address()));
    access.redis().password().place().ifPresent(place -> facts.put("RedisSecret", place));
    if (setting.values().flag("prometheus.enabled")) {
      facts.put("Prometheus", forward(setting, Prometheus.SERVER, "9090:80"));
    }
    return facts;
  }

  private static String port(Setting setting) {
    return setting.values().text("service.externalPort");
  }

  private static String forward(Setting setting, String service, String ports) {
    return "kubectl --namespace %s port-forward service/%s %s"
        .formatted(setting.namespace(), service, ports);
  }

  /** As pods of all namespaces find it; what is elsewhere has its own name. */
  private static String inside(Setting setting, String host, String address) {
    boolean here = host.startsWith(Names.POSTHOG + "-posthog-") || host.equals(Names.CLICKHOUSE);
    return here ? address.replace(host, setting.host(host)) : address;
  }
}
