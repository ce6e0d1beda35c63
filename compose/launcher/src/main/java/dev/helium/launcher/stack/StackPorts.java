package dev.helium.launcher.stack;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Where everything listens.
 *
 * @param management each service's, without the broker
 */
public record StackPorts(
    int gateway, Map<ServiceName, Integer> management, int broker, int hazelcast) {
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

  private static final int LOWEST_FREE = 15_000;
  private static final int HIGHEST_FREE = 32_000;
  private static final int ATTEMPTS = 100;

  public StackPorts {
    management = Map.copyOf(management);
  }

  /** The management ports follow each other, so that one variable moves them all. */
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
  List<PortUse> of(ServiceName service) {
    return switch (service) {
      case KAFKA -> List.of(new PortUse(broker, BROKER));
      case API_GATEWAY ->
          List.of(
              new PortUse(gateway, GATEWAY),
              managementOf(service),
              new PortUse(hazelcast, HAZELCAST));
      case PROVISIONER, STATUS_WATCHER, DELETION_CONTROLLER -> List.of(managementOf(service));
    };
  }

  PortUse managementOf(ServiceName service) {
    return new PortUse(management.get(service), MANAGEMENT);
  }

  void write(Properties properties) {
    properties.setProperty(GATEWAY, Integer.toString(gateway));
    properties.setProperty(BROKER, Integer.toString(broker));
    properties.setProperty(HAZELCAST, Integer.toString(hazelcast));
    management.forEach(
        (service, port) ->
            properties.setProperty(MANAGEMENT + "." + service.label(), Integer.toString(port)));
  }

  static StackPorts read(Properties properties) {
    Map<ServiceName, Integer> management = new EnumMap<>(ServiceName.class);
    MANAGED.forEach(
        service -> management.put(service, number(properties, MANAGEMENT + "." + service.label())));
    return new StackPorts(
        number(properties, GATEWAY),
        management,
        number(properties, BROKER),
        number(properties, HAZELCAST));
  }

  private static StackPorts of(int gateway, int firstManagement, int broker, int hazelcast) {
    Map<ServiceName, Integer> management = new EnumMap<>(ServiceName.class);
    for (int index = 0; index < MANAGED.size(); index++) {
      management.put(MANAGED.get(index), firstManagement + index);
    }
    return new StackPorts(gateway, management, broker, hazelcast);
  }

  private static int number(Properties properties, String name) {
    return Integer.parseInt(properties.getProperty(name));
  }

  private static boolean areFreeFrom(int first) {
    return IntStream.range(first, first + MANAGED.size() + 3)
        .allMatch(port -> new PortUse(port, "").isFree());
  }
}
