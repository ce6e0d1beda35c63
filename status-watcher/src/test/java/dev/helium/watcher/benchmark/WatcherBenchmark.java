package dev.helium.watcher.benchmark;

import dev.helium.bench.row.Measure;
import dev.helium.bench.row.Row;
import dev.helium.bench.row.RowOption;
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
  private static final Duration WARM_UP = Duration.ofSeconds(60);
  private static final double BAR_MILLISECONDS = 100;
  private static final Duration SETTLING = Duration.ofSeconds(5);

  /** As the launcher starts it. */
  private static final List<String> WATCHER_FLAGS =
      List.of(
          "-Xmx192m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

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
    RowOption row = RowOption.in(arguments);
    BenchmarkOptions options = BenchmarkOptions.of(row.others().toArray(String[]::new));
    Path directory = Files.createTempDirectory("helium-benchmark-");
    System.out.println("Starting an API server, a store and a broker in " + directory);
    WatcherBenchmark benchmark = new WatcherBenchmark(options, directory);
    try (LocalCluster cluster = benchmark.cluster();
        BrokerProcess broker = BrokerProcess.start(directory);
        KubernetesClient client = client(cluster)) {
      row.write(Row.of(benchmark.run(cluster, broker, client)));
    } finally {
      benchmark.vertx.close().await(1, TimeUnit.MINUTES);
    }
    LocalCluster.wipe(directory.resolve("cluster"));
  }

  private List<Measure> run(LocalCluster cluster, BrokerProcess broker, KubernetesClient client)
      throws Exception {
    LogSettings log = new LogSettings(broker.bootstrap());
    TopicAdministration.ensureOnceThere(vertx, log, why -> {}).await(1, TimeUnit.MINUTES);
    Changes changes = new Changes(fleet.workspaces());
    Requests requests = new Requests(vertx, client.getConfiguration());
    SteadyChanges steady = new SteadyChanges(fleet, requests, changes);
    populate(cluster, log, client, requests);
    Times floor = floor(client, changes, requests, steady);
    Times polled = new Polling(client, fleet, requests).run();
    Times said;
    Subscriber subscriber = new Subscriber(vertx, log, fleet.workspaces(), changes);
    subscriber.start();
    try {
      try (WatcherProcess watcher = start(cluster, broker, subscriber)) {
        Usage usage = new Usage(watcher);
        usage.printMemory("after the start");
        said = measure("a subscriber's event", steady);
        System.out.printf(
            Locale.ROOT,
            "  event / bare informer: %.1f at p50, %.1f at p99%n",
            said.quantile(0.5) / floor.quantile(0.5),
            said.quantile(0.99) / floor.quantile(0.99));
        usage.printMemory("after that");
        rest(usage);
        new Storm(fleet, requests, subscriber).run("a subscriber's events");
        usage.printMemory("after the storm");
      }
      startAgain(cluster, broker, subscriber, requests);
    } finally {
      subscriber.close();
    }
    return List.of(
        Measure.time("a pod turns ready, to its event, p99", "ms", said.quantile(0.99))
            .beside("bare informer", floor.quantile(0.99))
            .wanted(BAR_MILLISECONDS),
        Measure.time("the same, p50", "ms", said.quantile(0.5))
            .beside("bare informer", floor.quantile(0.5)),
        Measure.time("the same beside a list every 5 s, p50", "ms", said.quantile(0.5))
            .beside("polling", polled.quantile(0.5)));
  }

  /** Not beside the watcher: what one uses the other would lack. */
  private Times floor(
      KubernetesClient client, Changes changes, Requests requests, SteadyChanges steady) {
    try (BareInformer informer = new BareInformer(client, fleet, changes)) {
      Waiting.until("all pods are known", LONGEST, () -> informer.ready() == fleet.workspaces());
      Times floor = measure("a bare informer, nobody else watching", steady);
      new Storm(fleet, requests, informer).run("a bare informer");
      return floor;
    }
  }

  private Times measure(String audience, SteadyChanges steady) {
    steady.make(options.rate(), WARM_UP);
    return SteadyChanges.print(
        audience,
        steady.make(options.rate(), Duration.ofSeconds(options.seconds())),
        options.rate());
  }

  private LocalCluster cluster() {
    NodePool nodes = new NodePool(fleet.nodes(), "64", "256Gi", Fleet.podsPerNode());
    return LocalCluster.start(
        LocalClusterOptions.in(directory.resolve("cluster")).withNodes(nodes));
  }

  private void populate(
      LocalCluster cluster, LogSettings log, KubernetesClient client, Requests requests)
      throws Exception {
    long start = System.nanoTime();
    cluster.kill(Component.KUBE_CONTROLLER_MANAGER);
    cluster.kill(Component.KUBE_SCHEDULER);
    Population population = new Population(fleet);
    population.append(log);
    try (BareInformer informer = new BareInformer(client, fleet, new Changes(fleet.workspaces()))) {
      population.make(requests);
      Waiting.until("all pods are ready", LONGEST, () -> informer.ready() == fleet.workspaces());
    }
    cluster.kill(Component.KWOK);
    population.forgetManagers(requests);
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
