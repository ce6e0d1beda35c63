package dev.helium.launcher.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What those that watch are told. They get no variable of a person's but what a program needs. */
final class MonitorPlans {
  /** Says on the command line of Prometheus whose it is. */
  static final String DATA_OPTION = "--storage.tsdb.path=";

  /** A little longer than the longest window of the objectives. */
  private static final String KEPT = "31d";

  private final Home home;
  private final MonitorFolder folder;
  private final MonitorPorts ports;
  private final Map<String, String> environment;

  MonitorPlans(
      Home home, MonitorFolder folder, MonitorPorts ports, Map<String, String> environment) {
    this.home = home;
    this.folder = folder;
    this.ports = ports;
    this.environment = Map.copyOf(environment);
  }

  MonitorPlan prometheus(Path executable) {
    return new MonitorPlan(
        MonitorName.PROMETHEUS,
        executable,
        List.of(
            DATA_OPTION + folder.data(MonitorName.PROMETHEUS),
            "--config.file=" + folder.configuration(),
            "--storage.tsdb.retention.time=" + KEPT,
            "--web.listen-address=127.0.0.1:" + ports.prometheus(),
            "--web.console.templates=" + folder.pages(),
            "--enable-feature=exemplar-storage"),
        common(),
        folder.rules());
  }

  MonitorPlan grafana(GrafanaProgram program) {
    Map<String, String> settings = new TreeMap<>(common());
    settings.put("HELIUM_PROMETHEUS_URL", ports.address(MonitorName.PROMETHEUS).toString());
    settings.put("HELIUM_DASHBOARDS", folder.dashboards().toString());
    settings.put("GF_SERVER_HTTP_ADDR", "127.0.0.1");
    settings.put("GF_SERVER_HTTP_PORT", Integer.toString(ports.grafana()));
    settings.put("GF_PATHS_DATA", folder.data(MonitorName.GRAFANA).toString());
    settings.put("GF_PATHS_LOGS", folder.data(MonitorName.GRAFANA).resolve("logs").toString());
    settings.put(
        "GF_PATHS_PLUGINS", folder.data(MonitorName.GRAFANA).resolve("plugins").toString());
    settings.put("GF_PATHS_PROVISIONING", folder.provisioning().toString());
    settings.put(
        "GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH",
        folder.dashboards().resolve("fleet.json").toString());
    // Whoever is on this machine may look; only the owner of the home may change things.
    settings.put("GF_AUTH_ANONYMOUS_ENABLED", "true");
    settings.put("GF_AUTH_ANONYMOUS_ORG_ROLE", "Viewer");
    settings.put("GF_SECURITY_ADMIN_PASSWORD__FILE", home.grafanaPassword().toString());
    settings.put("GF_LOG_MODE", "console");
    settings.put("GF_ANALYTICS_REPORTING_ENABLED", "false");
    settings.put("GF_ANALYTICS_CHECK_FOR_UPDATES", "false");
    settings.put("GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES", "false");
    settings.put("GF_NEWS_NEWS_FEED_ENABLED", "false");
    return new MonitorPlan(
        MonitorName.GRAFANA,
        program.executable(),
        program.arguments(),
        settings,
        // The dashboards are read again by itself.
        "");
  }

  private Map<String, String> common() {
    Map<String, String> some = new TreeMap<>();
    for (String name : List.of("PATH", "HOME", "TZ", "LANG")) {
      if (environment.containsKey(name)) {
        some.put(name, environment.get(name));
      }
    }
    return some;
  }
}
