package dev.helium.launcher.stack;

import java.net.URI;
import java.util.Map;

/** Where what watches listens, on the loopback. */
public record MonitorPorts(int prometheus, int grafana) {
  private static final String PROMETHEUS = "HELIUM_PROMETHEUS_PORT";
  private static final String GRAFANA = "HELIUM_GRAFANA_PORT";

  /** As the variables say, or where people look for them. */
  public static MonitorPorts of(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    return new MonitorPorts(variables.port(PROMETHEUS, 9090), variables.port(GRAFANA, 3000));
  }

  /** Where a person or a program asks it. */
  public URI address(MonitorName name) {
    return URI.create("http://127.0.0.1:" + of(name).port());
  }

  PortUse of(MonitorName name) {
    return switch (name) {
      case PROMETHEUS -> new PortUse(prometheus, PROMETHEUS);
      case GRAFANA -> new PortUse(grafana, GRAFANA);
    };
  }
}
