package dev.helium.launcher.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One process of a service.
 *
 * @param number from 1; only provisioners have more than one
 */
public record ServiceInstance(ServiceName service, int number) {
  /** Of one home. */
  public static final int MOST_PROVISIONERS = 8;

  public ServiceInstance {
    Objects.requireNonNull(service, "service");
    if (number < 1 || number > mostOf(service)) {
      throw new IllegalArgumentException(
          "there are 1 to %d of %s, and not %d"
              .formatted(mostOf(service), service.label(), number));
    }
  }

  /** The one that there is of every service. */
  public static ServiceInstance first(ServiceName service) {
    return new ServiceInstance(service, 1);
  }

  public static ServiceInstance provisioner(int number) {
    return new ServiceInstance(ServiceName.PROVISIONER, number);
  }

  /** Every process that there can be, in the order of starting. */
  public static List<ServiceInstance> all() {
    return Arrays.stream(ServiceName.values()).flatMap(ServiceInstance::allOf).toList();
  }

  public static Optional<ServiceInstance> find(String label) {
    return all().stream().filter(instance -> instance.label().equals(label)).findFirst();
  }

  /**
   * What people and file names call it: the service's name, and the number of all but the first.
   */
  public String label() {
    return number == 1 ? service.label() : service.label() + "-" + number;
  }

  private static Stream<ServiceInstance> allOf(ServiceName service) {
    return IntStream.rangeClosed(1, mostOf(service))
        .mapToObj(number -> new ServiceInstance(service, number));
  }

  private static int mostOf(ServiceName service) {
    return switch (service) {
      case PROVISIONER -> MOST_PROVISIONERS;
      case KAFKA, API_GATEWAY, STATUS_WATCHER, DELETION_CONTROLLER -> 1;
    };
  }
}
