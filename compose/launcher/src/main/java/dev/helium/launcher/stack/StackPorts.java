package dev.helium.launcher.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Where everything listens.
 *
 * @param management each process's, without the broker
 */
public record StackPorts(
    int gateway, Map<ServiceInstance, Integer> management, int broker, int hazelcast) {
  private static final String GATEWAY = "HELIUM_PORT";
  private static final String MANAGEMENT = "HELIUM_MANAGEMENT_PORT";
  private static final String BROKER = "HELIUM_BROKER_PORT";
  private static final String HAZELCAST = "HELIUM_HAZELCAST_PORT";
  private static final List<ServiceName> MANAGED =
      List.of(
          ServiceName.API_GATEWAY,
          ServiceName.PROVISIONER,
          ServiceName.STATUS_WATCHER,
          ServiceName.DELETION_CONTROLLER);

  /**
   * From the first management port to the second provisioner's: the usual broker's lies between.
   */
  private static final int FURTHER = 6;

  private static final int LOWEST_FREE = 15_000;
  private static final int HIGHEST_FREE = 32_000;
  private static final int ATTEMPTS = 100;

  public StackPorts {
    management = Map.copyOf(management);
  }

  /** The management ports are counted from the first, so that one variable moves them all. */
  static StackPorts of(Variables variables) {
    return of(
        variables.port(GATEWAY, 2323),
        variables.port(MANAGEMENT, 2324),
        variables.port(BROKER, 2329),
        variables.port(HAZELCAST, 5701));
  }

  /**
   * Ports that are free now, below those that the system gives to outgoing connections, which would
   * take one sooner or later.
   *
   * @throws IllegalStateException when none are found
   */
  public static StackPorts free(RandomGenerator random) {
    int first =
        IntStream.generate(() -> random.nextInt(LOWEST_FREE, HIGHEST_FREE))
            .limit(ATTEMPTS)
            .filter(StackPorts::areFreeFrom)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no free ports were found"));
    return of(first, first + 1, first + MANAGED.size() + 1, first + MANAGED.size() + 2);
  }

  /** What a service listens on, and the variable that moves it. */
  List<PortUse> of(ServiceInstance instance) {
    return switch (instance.service()) {
      case KAFKA -> List.of(new PortUse(broker, BROKER));
      case API_GATEWAY ->
          List.of(
              new PortUse(gateway, GATEWAY),
              managementOf(instance),
              new PortUse(hazelcast, HAZELCAST));
      case PROVISIONER, STATUS_WATCHER, DELETION_CONTROLLER -> List.of(managementOf(instance));
    };
  }

  PortUse managementOf(ServiceInstance instance) {
    return new PortUse(management.get(instance), MANAGEMENT);
  }

  void write(Properties properties) {
    properties.setProperty(GATEWAY, Integer.toString(gateway));
    properties.setProperty(BROKER, Integer.toString(broker));
    properties.setProperty(HAZELCAST, Integer.toString(hazelcast));
    management.forEach(
        (instance, port) ->
            properties.setProperty(MANAGEMENT + "." + instance.label(), Integer.toString(port)));
  }

  static StackPorts read(Properties properties) {
    return of(
        number(properties, GATEWAY),
        number(properties, MANAGEMENT + "." + ServiceName.API_GATEWAY.label()),
        number(properties, BROKER),
        number(properties, HAZELCAST));
  }

  private static StackPorts of(int gateway, int firstManagement, int broker, int hazelcast) {
    Map<ServiceInstance, Integer> management = new HashMap<>();
    for (int index = 0; index < MANAGED.size(); index++) {
      management.put(ServiceInstance.first(MANAGED.get(index)), firstManagement + index);
    }
    for (int number = 2; number <= ServiceInstance.MOST_PROVISIONERS; number++) {
      management.put(ServiceInstance.provisioner(number), firstManagement + FURTHER + number - 2);
    }
    return new StackPorts(gateway, management, broker, hazelcast);
  }

  private static int number(Properties properties, String name) {
    return Integer.parseInt(properties.getProperty(name));
  }

  private static boolean areFreeFrom(int first) {
    return IntStream.range(first, first + FURTHER + ServiceInstance.MOST_PROVISIONERS)
        .allMatch(port -> new PortUse(port, "").isFree());
  }
}
