package dev.helium.launcher.stack;

import dev.helium.cluster.component.Lifetime;
import dev.helium.launcher.console.UserException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to run, and where.
 *
 * @param project the folder of the root pom, whose modules are built
 * @param provisioners how many share the work, 1 to {@value ServiceInstance#MOST_PROVISIONERS}
 * @param outsideKafka bootstrap servers instead of a broker here
 * @param kubeconfig of a cluster instead of one here
 * @param lifetime whether processes end with this JVM
 * @param readyLimit how long one process may take to become ready
 * @param environment every service inherits it
 */
public record StackOptions(
    Path project,
    Home home,
    Mode mode,
    int provisioners,
    StackPorts ports,
    Optional<String> outsideKafka,
    Optional<Path> kubeconfig,
    Lifetime lifetime,
    Duration readyLimit,
    Map<String, String> environment) {
  private static final Duration READY_LIMIT = Duration.ofSeconds(90);

  public StackOptions {
    if (provisioners < 1 || provisioners > ServiceInstance.MOST_PROVISIONERS) {
      throw new UserException(
          "There can be 1 to %d provisioners, and not %d."
              .formatted(ServiceInstance.MOST_PROVISIONERS, provisioners));
    }
    environment = Map.copyOf(environment);
    kubeconfig = kubeconfig.map(Path::toAbsolutePath).map(Path::normalize);
  }

  /** As the variables say, with processes that outlive this JVM. */
  public static StackOptions of(Path project, Map<String, String> environment) {
    Variables variables = new Variables(environment);
    return new StackOptions(
        project,
        home(project, environment),
        Mode.of(variables.text(Mode.VARIABLE, "")),
        1,
        StackPorts.of(variables),
        variables.find("HELIUM_KAFKA_BOOTSTRAP"),
        Optional.empty(),
        Lifetime.DETACHED,
        READY_LIMIT,
        environment);
  }

  /** {@code HELIUM_HOME}, or else {@code .helium} in the project. */
  public static Home home(Path project, Map<String, String> environment) {
    return new Home(
        new Variables(environment)
            .find("HELIUM_HOME")
            .map(Path::of)
            .orElseGet(() -> project.resolve(".helium")));
  }

  public StackOptions withHome(Home value) {
    return new StackOptions(
        project,
        value,
        mode,
        provisioners,
        ports,
        outsideKafka,
        kubeconfig,
        lifetime,
        readyLimit,
        environment);
  }

  public StackOptions withMode(Mode value) {
    return new StackOptions(
        project,
        home,
        value,
        provisioners,
        ports,
        outsideKafka,
        kubeconfig,
        lifetime,
        readyLimit,
        environment);
  }

  public StackOptions withProvisioners(int value) {
    return new StackOptions(
        project,
        home,
        mode,
        value,
        ports,
        outsideKafka,
        kubeconfig,
        lifetime,
        readyLimit,
        environment);
  }

  public StackOptions withPorts(StackPorts value) {
    return new StackOptions(
        project,
        home,
        mode,
        provisioners,
        value,
        outsideKafka,
        kubeconfig,
        lifetime,
        readyLimit,
        environment);
  }

  public StackOptions withOutsideKafka(String value) {
    return new StackOptions(
        project,
        home,
        mode,
        provisioners,
        ports,
        Optional.of(value),
        kubeconfig,
        lifetime,
        readyLimit,
        environment);
  }

  public StackOptions withKubeconfig(Path value) {
    return new StackOptions(
        project,
        home,
        mode,
        provisioners,
        ports,
        outsideKafka,
        Optional.of(value),
        lifetime,
        readyLimit,
        environment);
  }

  public StackOptions withLifetime(Lifetime value) {
    return new StackOptions(
        project,
        home,
        mode,
        provisioners,
        ports,
        outsideKafka,
        kubeconfig,
        value,
        readyLimit,
        environment);
  }

  public StackOptions withReadyLimit(Duration value) {
    return new StackOptions(
        project,
        home,
        mode,
        provisioners,
        ports,
        outsideKafka,
        kubeconfig,
        lifetime,
        value,
        environment);
  }

  public StackOptions withEnvironment(Map<String, String> value) {
    return new StackOptions(
        project,
        home,
        mode,
        provisioners,
        ports,
        outsideKafka,
        kubeconfig,
        lifetime,
        readyLimit,
        value);
  }

  /** {@code HELIUM_ARCHIVES=off}: every start is as slow as the first. */
  boolean usesArchives() {
    return !new Variables(environment).text("HELIUM_ARCHIVES", "").equals("off");
  }

  /** Every process that is to run. */
  Set<ServiceInstance> instances() {
    return ServiceInstance.all().stream()
        .filter(instance -> mode.includes(instance.service()))
        .filter(instance -> instance.number() == 1 || instance.number() <= provisioners)
        .filter(instance -> instance.service() != ServiceName.KAFKA || outsideKafka.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
