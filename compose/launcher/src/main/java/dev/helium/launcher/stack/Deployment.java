package dev.helium.launcher.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is meant to run, written down for the commands that come later.
 *
 * @param bootstrap where Kafka answers
 * @param kubeconfig with which a person reaches the cluster
 * @param localCluster whether it is the one of this home
 */
public record Deployment(
    Set<ServiceInstance> services,
    StackPorts ports,
    String bootstrap,
    Path kubeconfig,
    boolean localCluster) {
  private static final String SERVICES = "services";
  private static final String BOOTSTRAP = "bootstrap";
  private static final String KUBECONFIG = "kubeconfig";
  private static final String LOCAL_CLUSTER = "localCluster";

  public Deployment {
    services = Set.copyOf(services);
  }

  public static Optional<Deployment> read(Home home) {
    if (!Files.exists(home.endpoints())) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(home.endpoints())) {
      properties.load(reader);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return Optional.of(
        new Deployment(
            Arrays.stream(properties.getProperty(SERVICES).split(",", -1))
                .map(ServiceInstance::find)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()),
            StackPorts.read(properties),
            properties.getProperty(BOOTSTRAP),
            Path.of(properties.getProperty(KUBECONFIG)),
            Boolean.parseBoolean(properties.getProperty(LOCAL_CLUSTER))));
  }

  /** Where the API answers. */
  public URI api() {
    return URI.create("http://127.0.0.1:" + ports.gateway());
  }

  /** The same with these services added. */
  Deployment with(Collection<ServiceInstance> more) {
    Set<ServiceInstance> all = new HashSet<>();
    all.addAll(services);
    all.addAll(more);
    return new Deployment(all, ports, bootstrap, kubeconfig, localCluster);
  }

  void write(Home home) {
    Properties properties = new Properties();
    properties.setProperty(
        SERVICES, services.stream().map(ServiceInstance::label).collect(Collectors.joining(",")));
    ports.write(properties);
    properties.setProperty(BOOTSTRAP, bootstrap);
    properties.setProperty(KUBECONFIG, kubeconfig.toString());
    properties.setProperty(LOCAL_CLUSTER, Boolean.toString(localCluster));
    StringWriter text = new StringWriter();
    try {
      properties.store(text, null);
      Path draft = home.endpoints().resolveSibling("endpoints.new");
      Files.writeString(draft, text.toString());
      Files.move(draft, home.endpoints(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static void forget(Home home) {
    try {
      Files.deleteIfExists(home.endpoints());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
