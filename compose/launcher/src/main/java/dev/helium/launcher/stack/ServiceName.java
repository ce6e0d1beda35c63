package dev.helium.launcher.stack;

/** What runs as Java processes, in the order of starting. */
public enum ServiceName {
  KAFKA("kafka", "compose/broker", "dev.helium.broker.Main"),
  API_GATEWAY("api-gateway", "api-gateway", "dev.helium.gateway.Main"),
  PROVISIONER("provisioner", "provisioner/application", "dev.helium.provisioner.Main"),
  STATUS_WATCHER("status-watcher", "status-watcher", "dev.helium.watcher.Main"),
  DELETION_CONTROLLER("deletion-controller", "deletion-controller", "dev.helium.deletion.Main");

  private final String label;
  private final String module;
  private final String mainClass;

  ServiceName(String label, String module, String mainClass) {
    this.label = label;
    this.module = module;
    this.mainClass = mainClass;
  }

  /** What people and file names call it. */
  public String label() {
    return label;
  }

  /** Its Maven module, relative to the project. */
  String module() {
    return module;
  }

  String mainClass() {
    return mainClass;
  }
}
