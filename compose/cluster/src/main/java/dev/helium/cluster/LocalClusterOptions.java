package dev.helium.cluster;

import dev.helium.cluster.component.Lifetime;
import dev.helium.cluster.component.NodePool;
import dev.helium.cluster.component.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How a cluster is started.
 *
 * @param directory holds its state, keys, logs and process records; made when it is not there
 * @param lifetime whether it ends with this JVM
 * @param nodes what pods find room on
 * @param apiServerPort the loopback port of the API server; 0 takes the one of the last start where
 *     it is free, and any other where not
 * @param startLimit how long starting may take once the programs are there
 * @param progress told what is under way
 * @param environment where the programs are looked for is read from it
 */
public record LocalClusterOptions(
    Path directory,
    Lifetime lifetime,
    NodePool nodes,
    int apiServerPort,
    Duration startLimit,
    Progress progress,
    Map<String, String> environment) {

  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  public LocalClusterOptions {
    directory = directory.toAbsolutePath().normalize();
    environment = Map.copyOf(environment);
  }

  /** A cluster that ends with this JVM. */
  public static LocalClusterOptions in(Path directory) {
    return new LocalClusterOptions(
        directory,
        Lifetime.THIS_JVM,
        NodePool.standard(),
        0,
        START_LIMIT,
        Progress.silent(),
        System.getenv());
  }

  public LocalClusterOptions withLifetime(Lifetime value) {
    return new LocalClusterOptions(
        directory, value, nodes, apiServerPort, startLimit, progress, environment);
  }

  public LocalClusterOptions withNodes(NodePool value) {
    return new LocalClusterOptions(
        directory, lifetime, value, apiServerPort, startLimit, progress, environment);
  }

  public LocalClusterOptions withApiServerPort(int value) {
    return new LocalClusterOptions(
        directory, lifetime, nodes, value, startLimit, progress, environment);
  }

  public LocalClusterOptions withStartLimit(Duration value) {
    return new LocalClusterOptions(
        directory, lifetime, nodes, apiServerPort, value, progress, environment);
  }

  public LocalClusterOptions withProgress(Progress value) {
    return new LocalClusterOptions(
        directory, lifetime, nodes, apiServerPort, startLimit, value, environment);
  }

  public LocalClusterOptions withEnvironment(Map<String, String> value) {
    return new LocalClusterOptions(
        directory, lifetime, nodes, apiServerPort, startLimit, progress, value);
  }
}
