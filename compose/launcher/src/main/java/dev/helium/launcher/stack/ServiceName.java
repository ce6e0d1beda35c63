package dev.helium.launcher.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Java processes in the order of starting, with the one place that knows their JVM flags. */
public enum ServiceName {
  KAFKA("kafka", "compose/broker", "dev.helium.broker.Main", 192, List.of()),
  API_GATEWAY("api-gateway", "api-gateway", "dev.helium.gateway.Main", 256, Flags.HAZELCAST),
  PROVISIONER(
      "provisioner", "provisioner/application", "dev.helium.provisioner.Main", 384, Flags.PULUMI),
  STATUS_WATCHER("status-watcher", "status-watcher", "dev.helium.watcher.Main", 192, List.of()),
  DELETION_CONTROLLER(
      "deletion-controller", "deletion-controller", "dev.helium.deletion.Main", 128, List.of());

  private final String label;
  private final String module;
  private final String mainClass;
  private final int heapMebibytes;
  private final List<String> flags;

  ServiceName(
      String label, String module, String mainClass, int heapMebibytes, List<String> flags) {
    this.label = label;
    this.module = module;
    this.mainClass = mainClass;
    this.heapMebibytes = heapMebibytes;
    this.flags = flags;
  }

  /** What people and file names call it. */
  public String label() {
    return label;
  }

  public static Optional<ServiceName> find(String label) {
    return Arrays.stream(values()).filter(service -> service.label.equals(label)).findFirst();
  }

  /** Its Maven module, relative to the project. */
  String module() {
    return module;
  }

  String mainClass() {
    return mainClass;
  }

  /** Beside the heap's limit, only what the process does not work without. */
  List<String> jvmFlags() {
    return Stream.of(List.of("-Xmx" + heapMebibytes + "m"), Flags.COMMON, flags)
        .flatMap(List::stream)
        .toList();
  }

  private static final class Flags {
    static final List<String> COMMON =
        List.of(
            // Six processes share two cores: the parallel collectors' threads and tables cost more
            // than they save at these heap sizes.
            "-XX:+UseSerialGC",
            // A process out of memory must end and be seen, not limp on.
            "-XX:+ExitOnOutOfMemoryError",
            // Netty, Kafka's codecs and Hazelcast do this on purpose; without it each start warns.
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** What Hazelcast reads of the JVM for its buffers and its metrics. */
    static final List<String> HAZELCAST =
        List.of(
            "--add-modules=java.se",
            "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.management/sun.management=ALL-UNNAMED",
            "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED");

    static final List<String> PULUMI =
        List.of(
            // The Pulumi SDK blocks threads of the common pool. On two cores that pool has one
            // thread, and a program that waits for another part of itself would hang for ever.
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=16",
            // The SDK's busy loop is paced by changing one of its methods at start.
            "-XX:+EnableDynamicAgentLoading");
  }
}
