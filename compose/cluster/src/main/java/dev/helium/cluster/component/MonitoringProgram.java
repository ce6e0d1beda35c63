package dev.helium.cluster.component;

/** What watches the services; no part of a cluster. */
public enum MonitoringProgram implements Program {
  /** Reads the metrics, keeps them and evaluates rules. */
  PROMETHEUS("prometheus"),
  /** Checks rules, and runs their tests. */
  PROMTOOL("promtool");

  private final String program;

  MonitoringProgram(String program) {
    this.program = program;
  }

  @Override
  public String program() {
    return program;
  }
}
