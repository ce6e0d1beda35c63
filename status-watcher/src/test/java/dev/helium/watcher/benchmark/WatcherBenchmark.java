package dev.helium.watcher.benchmark;

import dev.helium.cluster.LocalCluster;
import dev.helium.cluster.LocalClusterOptions;
import dev.helium.cluster.component.Component;
import dev.helium.cluster.component.NodePool;
import dev.helium.log.LogSettings;
import dev.helium.log.TopicAdministration;
import dev.helium.watcher.WatcherProcess;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A status watcher with many workspaces, on a real API server, store and broker, each in a process
 * of its own. The other programs of the cluster end before anything is measured: pods are bare and
 * name their node, and what a kubelet would say is patched in, so nobody else's pace counts.
 */
final class WatcherBenchmark {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration SETTLING = Duration.ofSeconds(5);

  /** As the launcher starts it. */
  private static final List<String> WATCHER_FLAGS =
      List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

  private final BenchmarkOptions options;
  private final Path directory;
  private final Fleet fleet;
  private final Vertx vertx = Vertx.vertx();

  private WatcherBenchmark(BenchmarkOptions options, Path directory) {
    this.options = options;
    this.directory = directory;
    this.fleet = Fleet.of(options.workspaces());
  }

  public static void main(String[] arguments) throws Exception {
    BenchmarkOptions options = BenchmarkOptions.of(arguments);
    Path directory = Files.createTempDirectory("helium-benchmark-");
    System.out.println("Starting an API server, a store and a broker in " + directory);
    WatcherBenchmark benchmark = new WatcherBenchmark(options, directory);
    try (LocalCluster cluster = benchmark.cluster();
        BrokerProcess broker = BrokerProcess.start(directory);
        KubernetesClient client = client(cluster)) {
      benchmark.run(cluster, broker, client);
    } finally {
      benchmark.vertx.close().await(1, TimeUnit.MINUTES);
    }
    LocalCluster.wipe(directory.resolve("cluster"));
  }

  private void run(LocalCluster cluster, BrokerProcess broker, KubernetesClient client)
      throws Exception {
    LogSettings log = new LogSettings(broker.bootstrap());
    TopicAdministration.ensureOnceThere(vertx, log, why -> {}).await(1, TimeUnit.MINUTES);
    Changes changes = new Changes(fleet.workspaces());
    Requests requests = new Requests(client);
    Subscriber subscriber = new Subscriber(vertx, log, fleet.workspaces(), changes);
    try (BareInformer floor = new BareInformer(client, fleet, changes)) {
      populate(cluster, log, requests, floor);
      subscriber.start();
      try (WatcherProcess watcher = start(cluster, broker, subscriber)) {
        Usage usage = new Usage(watcher);
        SteadyChanges steady = new SteadyChanges(fleet, requests, changes);
        steady.make(options.rate(), WARM_UP);
        SteadyChanges.print(
            steady.make(options.rate(), Duration.ofSeconds(options.seconds())), options.rate());
        usage.printMemory("after that");
        rest(usage);
        new Storm(fleet, requests, subscriber, floor).run();
        usage.printMemory("after the storm");
      }
      startAgain(cluster, broker, subscriber, requests);
    } finally {
      subscriber.close();
    }
  }

  private LocalCluster cluster() {
    NodePool nodes = new NodePool(fleet.nodes(), "64", "256Gi", Fleet.podsPerNode());
    return LocalCluster.start(
        LocalClusterOptions.in(directory.resolve("cluster")).withNodes(nodes));
  }

  private void populate(
      LocalCluster cluster, LogSettings log, Requests requests, BareInformer floor)
      throws Exception {
    long start = System.nanoTime();
    cluster.kill(Component.KUBE_CONTROLLER_MANAGER);
    cluster.kill(Component.KUBE_SCHEDULER);
    Population population = new Population(fleet);
    population.append(log);
    population.make(requests);
    Waiting.until("all pods are ready", LONGEST, () -> floor.ready() == fleet.pods());
    cluster.kill(Component.KWOK);
    System.out.printf(
        Locale.ROOT,
        "%d workspaces with %d pods on %d nodes, made in %.0f s%n",
        fleet.workspaces(),
        fleet.pods(),
        fleet.nodes(),
        seconds(start));
  }

  private WatcherProcess start(LocalCluster cluster, BrokerProcess broker, Subscriber subscriber) {
    long start = System.nanoTime();
    WatcherProcess watcher = launch(cluster, broker);
    Waiting.until("all are said ready", LONGEST, () -> subscriber.ready() == fleet.workspaces());
    System.out.printf(
        Locale.ROOT,
        "%nFirst start to all %d workspaces said ready: %.1f s, %.1f s of processor time%n",
        fleet.workspaces(),
        seconds(start),
        new Usage(watcher).processor().toMillis() / 1e3);
    return watcher;
  }

  private void rest(Usage usage) throws InterruptedException {
    Thread.sleep(SETTLING);
    Duration before = usage.processor();
    Thread.sleep(Duration.ofSeconds(options.rest()));
    double used = usage.processor().minus(before).toMillis() / 1e3;
    System.out.printf(
        Locale.ROOT,
        "%nAt rest: %.2f s of processor time in %d s, %.1f %% of a core%n",
        used,
        options.rest(),
        100 * used / options.rest());
  }

  /** One workspace changes while no watcher runs. */
  private void startAgain(
      LocalCluster cluster, BrokerProcess broker, Subscriber subscriber, Requests requests) {
    requests.patch(Fleet.statusPath(0, 0), Fleet.readiness(false), () -> {});
    requests.settle();
    long start = System.nanoTime();
    try (WatcherProcess watcher = launch(cluster, broker)) {
      Waiting.until("the change is said", LONGEST, () -> !subscriber.isReady(0));
      System.out.printf(
          Locale.ROOT,
          "%nStart again to what had changed meanwhile said: %.1f s, %.1f s of processor time%n",
          seconds(start),
          new Usage(watcher).processor().toMillis() / 1e3);
    }
  }

  private WatcherProcess launch(LocalCluster cluster, BrokerProcess broker) {
    WatcherProcess watcher =
        WatcherProcess.start(
            broker.bootstrap(),
            cluster.heliumKubeconfig(),
            directory.resolve("watcher.log"),
            WATCHER_FLAGS);
    BrokerProcess.endsWithThis(watcher.handle());
    return watcher;
  }

  private static KubernetesClient client(LocalCluster cluster) throws IOException {
    return new KubernetesClientBuilder()
        .withConfig(Config.fromKubeconfig(cluster.kubeconfig().toFile()))
        .build();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
