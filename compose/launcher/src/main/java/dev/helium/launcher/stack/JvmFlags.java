package dev.helium.launcher.stack;

import java.util.List;
import java.util.stream.Stream;

/** Beside a limit of the heap, only what a service does not work without: the one place. */
final class JvmFlags {
  private static final List<String> COMMON =
      List.of(
          // Six processes share a laptop: the parallel collectors' threads and tables cost more
          // than they save at these heap sizes.
          "-XX:+UseSerialGC",
          // The optimizing compiler took half of the processor time of the first minutes, and a
          // laptop's Helium seldom lives long enough to earn it back.
          "-XX:TieredStopAtLevel=1",
          // A process out of memory must end and be seen, not limp on.
          "-XX:+ExitOnOutOfMemoryError");

  private static final List<String> ACCESS =
      List.of(
          // Netty, Kafka's codecs and Hazelcast do this on purpose; without it each start warns.
          "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  /** What Hazelcast reads of the JVM for its buffers and its metrics. */
  private static final List<String> HAZELCAST =
      List.of(
          "--add-modules=java.se",
          "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
          "--add-opens=java.management/sun.management=ALL-UNNAMED",
          "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED");

  private static final List<String> PULUMI =
      List.of(
          // The Pulumi SDK blocks threads of the common pool. On two cores that pool has one
          // thread, and a program that waits for another part of itself would hang for ever.
          "-Djava.util.concurrent.ForkJoinPool.common.parallelism=16",
          // The SDK's busy loop is paced by changing one of its methods at start.
          "-XX:+EnableDynamicAgentLoading");

  private JvmFlags() {}

  static List<String> of(ServiceName service) {
    return Stream.of(
            List.of("-Xmx" + heapMebibytes(service) + "m"), COMMON, ACCESS, special(service))
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Of the JVM that archives a service's classes. What says which modules there are and who may
   * look into them has to be as in the service, or the service's JVM leaves the archive aside.
   */
  static List<String> forArchive(ServiceName service) {
    return Stream.of(
            // Only this collector's heap can be archived; any other one reads it.
            List.of("-XX:+UseG1GC", "-Xmx512m", linking(service)), ACCESS, special(service))
        .flatMap(List::stream)
        .toList();
  }

  /** Linked classes are there before the first line of a program runs. */
  private static String linking(ServiceName service) {
    return switch (service) {
      case KAFKA, API_GATEWAY, STATUS_WATCHER, DELETION_CONTROLLER -> "-XX:+AOTClassLinking";
      // It changes classes of the Pulumi SDK, which it can only before they are there.
      case PROVISIONER -> "-XX:-AOTClassLinking";
    };
  }

  private static int heapMebibytes(ServiceName service) {
    return switch (service) {
      case KAFKA -> 192;
      case API_GATEWAY -> 256;
      case PROVISIONER -> 384;
      case STATUS_WATCHER -> 192;
      case DELETION_CONTROLLER -> 128;
    };
  }

  private static List<String> special(ServiceName service) {
    return switch (service) {
      case API_GATEWAY -> HAZELCAST;
      case PROVISIONER -> PULUMI;
      case KAFKA, STATUS_WATCHER, DELETION_CONTROLLER -> List.of();
    };
  }
}
