package dev.helium.launcher.stack;

/** What watches the services, in the order of starting. */
public enum MonitorName {
  PROMETHEUS("prometheus", "/-/ready"),
  GRAFANA("grafana", "/api/health");

  private final String label;
  private final String readyPath;

  MonitorName(String label, String readyPath) {
    this.label = label;
    this.readyPath = readyPath;
  }

  /** What people and file names call it. */
  public String label() {
    return label;
  }

  /** Answers 200 when it is ready. */
  String readyPath() {
    return readyPath;
  }
}
