package dev.helium.cluster.junit;

import dev.helium.cluster.LocalCluster;
import dev.helium.cluster.LocalClusterOptions;
import dev.helium.cluster.kubernetes.Namespaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A cluster in a temporary folder, shared by tests that keep apart by names. */
public final class TestCluster implements AutoCloseable {

  private final LocalCluster cluster;
  private final Path directory;
  private final AtomicInteger counter = new AtomicInteger();

  private TestCluster(LocalCluster cluster, Path directory) {
    this.cluster = cluster;
    this.directory = directory;
  }

  static TestCluster start() {
    try {
      Path directory = Files.createTempDirectory("helium-cluster-");
      LocalClusterOptions options =
          LocalClusterOptions.in(directory).withProgress(System.out::println);
      return new TestCluster(LocalCluster.start(options), directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cluster itself. Not to be stopped: others use it. */
  public LocalCluster cluster() {
    return cluster;
  }

  /** The kubeconfig file with all rights. */
  public Path kubeconfig() {
    return cluster.kubeconfig();
  }

  /** A name nobody else on this cluster gets, made of the prefix and a number. */
  public String uniqueName(String prefix) {
    return prefix + "-" + counter.incrementAndGet();
  }

  /** Makes a namespace of a unique name, in which pods can be made at once. */
  public String newNamespace(String prefix) {
    String name = uniqueName(prefix);
    Namespaces.create(cluster.directory(), name);
    return name;
  }

  @Override
  public void close() {
    cluster.close();
    LocalCluster.wipe(directory);
  }
}
