package dev.helium.gateway.benchmark;

import dev.helium.log.LogSettings;
import dev.helium.log.TopicAdministration;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * A gateway with many workspaces in its view, beside a bare server: the gateway, the bare server
 * and the broker each in a process of its own, the requests from this one.
 */
final class ApiBenchmark {
  private static final String WORKSPACES = "/v1/api/workspaces";
  private static final String WORKSPACE = "/v1/api/workspace";
  private static final double BAR = 10;
  private static final long SEED = 7;
  private static final int UNDER_WAY = 32;

  /** Lists are a hundred times as large. */
  private static final int LISTS = 100;

  private static final Duration WARM_UP = Duration.ofSeconds(10);

  private final BenchmarkOptions options;
  private final Path directory;

  private ApiBenchmark(BenchmarkOptions options, Path directory) {
    this.options = options;
    this.directory = directory;
  }

  public static void main(String[] arguments) throws Exception {
    BenchmarkOptions options = BenchmarkOptions.of(arguments);
    Path directory = Files.createTempDirectory("helium-benchmark-");
    System.out.println("Starting a broker and a gateway in " + directory);
    new ApiBenchmark(options, directory).run();
    delete(directory);
    // Whatever the clients still have open.
    System.exit(0);
  }

  private void run() throws Exception {
    int brokerPort = Child.freePort();
    try (Child broker =
        Child.start(
            directory.resolve("broker.log"),
            192,
            Map.of(
                "HELIUM_BROKER_DIRECTORY", directory.resolve("broker").toString(),
                "HELIUM_BROKER_PORT", Integer.toString(brokerPort)),
            "dev.helium.broker.Main")) {
      populate(new LogSettings("127.0.0.1:" + brokerPort));
      try (MeasuredGateway gateway = MeasuredGateway.start(directory, "127.0.0.1:" + brokerPort);
          Load load = new Load(gateway.port())) {
        measure(gateway, load);
        System.out.printf(
            Locale.ROOT,
            "%nThe broker used %.1f s of processors%n",
            broker.processor().toMillis() / 1e3);
      }
    }
  }

  private void populate(LogSettings log) throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      TopicAdministration.ensureOnceThere(vertx, log, why -> {}).await(1, TimeUnit.MINUTES);
      long start = System.nanoTime();
      new Population(options.workspaces()).append(log);
      System.out.printf(
          Locale.ROOT,
          "%d workspaces put into the log in %.0f s%n",
          options.workspaces(),
          (System.nanoTime() - start) / 1e9);
    } finally {
      vertx.close().await(1, TimeUnit.MINUTES);
    }
  }

  private void measure(MeasuredGateway gateway, Load load) throws Exception {
    Map<String, String> token = gateway.authorization();
    Load.Answer one = load.once(Ask.get(WORKSPACE + "/" + Population.name(0), token));
    Load.Answer list = load.once(Ask.get(WORKSPACES, token));
    System.out.printf(
        "A workspace has %d bytes, the list %d%n", one.body().length(), list.body().length());
    gateway.printMemory("after the start");
    Outcome.printHead();
    Random random = new Random(SEED);
    LongFunction<Ask> gets =
        number ->
            Ask.get(WORKSPACE + "/" + Population.name(random.nextInt(options.workspaces())), token);
    Outcome floor =
        floor("a bare server, a workspace's bytes", one.body().length(), options.rate());
    Outcome read = stretch("GET of one workspace", gateway, load, gets, options.rate());
    if (one.tag() == null) {
      System.out.println("  (answers have no ETag, so nothing can be asked for conditionally)");
    } else {
      stretch(
          "the same with If-None-Match", gateway, load, conditional(token, one), options.rate());
    }
    int lists = Math.max(1, options.rate() / LISTS);
    floor("a bare server, the list's bytes", list.body().length(), lists);
    stretch("GET of the list", gateway, load, number -> Ask.get(WORKSPACES, token), lists);
    creates(gateway, load, token, gets);
    gateway.printMemory("afterwards");
    System.out.printf(
        Locale.ROOT,
        "%nGET of one workspace / bare server: %.1f at p50, %.1f at p99; p99 below %.0f ms: %s%n",
        read.p50() / floor.p50(),
        read.p99() / floor.p99(),
        BAR,
        read.p99() < BAR ? "holds" : "does not hold");
  }

  private static LongFunction<Ask> conditional(Map<String, String> token, Load.Answer one) {
    Map<String, String> headers = new HashMap<>(token);
    headers.put("if-none-match", one.tag());
    return number -> Ask.get(WORKSPACE + "/" + Population.name(0), headers);
  }

  private Outcome floor(String what, int bytes, int rate) throws Exception {
    int port = Child.freePort();
    try (Child bare =
            Child.start(
                directory.resolve("bare.log"),
                256,
                Map.of(),
                BareServer.class.getName(),
                Integer.toString(port),
                Integer.toString(bytes));
        Load load = new Load(port)) {
      MeasuredGateway.untilAnswered(port, "/", bare);
      LongFunction<Ask> asks = number -> Ask.get("/", Map.of());
      load.steady(asks, rate, WARM_UP);
      Duration before = bare.processor();
      Outcome outcome = load.steady(asks, rate, Duration.ofSeconds(options.seconds()));
      outcome.print(what);
      printProcessor(bare.processor().minus(before));
      return outcome;
    }
  }

  private Outcome stretch(
      String what, MeasuredGateway gateway, Load load, LongFunction<Ask> asks, int rate)
      throws Exception {
    load.steady(asks, rate, WARM_UP);
    Duration before = gateway.processor();
    Outcome outcome = load.steady(asks, rate, Duration.ofSeconds(options.seconds()));
    outcome.print(what);
    printProcessor(gateway.processor().minus(before));
    return outcome;
  }

  /** Nobody decides them: what is measured is the way to the log. Reads go on beside it. */
  private void creates(
      MeasuredGateway gateway, Load load, Map<String, String> token, LongFunction<Ask> gets)
      throws Exception {
    Map<String, String> headers = new HashMap<>(token);
    headers.put("content-type", "application/json");
    LongFunction<Ask> posts =
        number -> Ask.post(WORKSPACE, headers, "{\"name\":\"created-" + number + "\"}");
    Duration length = Duration.ofSeconds(options.seconds());
    try (Load reading = new Load(gateway.port());
        ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<Outcome> reads =
          threads.submit(() -> reading.steady(gets, options.rate() / 10, length));
      Duration before = gateway.processor();
      Outcome created = load.asFastAsItGoes(posts, UNDER_WAY, length);
      created.print("creates, " + UNDER_WAY + " at a time");
      printProcessor(gateway.processor().minus(before));
      reads.get().print("GET of one workspace beside them");
      System.out.printf(Locale.ROOT, "%nCreates accepted: %.0f a second%n", created.perSecond(202));
    }
  }

  private void printProcessor(Duration used) {
    System.out.printf(
        Locale.ROOT, "    %.2f of a processor%n", used.toNanos() / 1e9 / options.seconds());
  }

  private static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.toList();
    }
    for (Path path : paths.reversed()) {
      Files.deleteIfExists(path);
    }
  }
}
