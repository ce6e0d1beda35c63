package dev.helium.gateway.benchmark;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Pages of a gateway with many workspaces in its view: how long the server takes for each, asked
 * for from this process. What a browser does with them is not in it.
 */
final class PagesBenchmark {
  private static final BenchmarkOptions STANDARD = new BenchmarkOptions(10_000, 20, 30);
  private static final double BAR = 50;
  private static final long SEED = 7;

  private final BenchmarkOptions options;

  private PagesBenchmark(BenchmarkOptions options) {
    this.options = options;
  }

  public static void main(String[] arguments) throws Exception {
    BenchmarkOptions options = BenchmarkOptions.of(STANDARD, arguments);
    try (FilledGateway filled = FilledGateway.start(options.workspaces());
        Load load = new Load(filled.gateway().port())) {
      new PagesBenchmark(options).measure(filled, load);
    }
    // Whatever the clients still have open.
    System.exit(0);
  }

  private void measure(FilledGateway filled, Load load) throws Exception {
    MeasuredGateway gateway = filled.gateway();
    Stretches stretches = new Stretches(filled.directory(), options.seconds());
    Map<String, String> headers = new HashMap<>(gateway.authorization());
    headers.put("accept", "text/html");
    headers.put("accept-encoding", "gzip");
    Random random = new Random(SEED);
    gateway.printMemory("after the start");
    int list = load.once(Ask.get("/list", headers)).body().length();
    Outcome.printHead();
    stretches.floor("a bare server, the list's bytes", list, options.rate());
    double slowest = 0;
    for (String path :
        new String[] {
          "/",
          "/list",
          "/list?text=99&sort=-expiry",
          "/create",
          "/create/" + MeasuredBackend.NAME,
          "/operate"
        }) {
      Ask ask = Ask.get(path, headers);
      requireShown(load, ask);
      slowest =
          Math.max(slowest, stretches.of(path, gateway, load, number -> ask, options.rate()).p99());
    }
    Outcome one =
        stretches.of(
            "/get/{id}",
            gateway,
            load,
            number ->
                Ask.get("/get/" + Population.name(random.nextInt(options.workspaces())), headers),
            options.rate());
    slowest = Math.max(slowest, one.p99());
    gateway.printMemory("afterwards");
    System.out.printf(
        Locale.ROOT,
        "%nThe slowest page at p99: %.1f ms; below %.0f ms: %s%n",
        slowest,
        BAR,
        slowest < BAR ? "holds" : "does not hold");
  }

  /** One that leads to the sign-in, or is not there, would be fast. */
  private static void requireShown(Load load, Ask ask) throws Exception {
    int status = load.once(ask).status();
    if (status != 200) {
      throw new IllegalStateException(ask.path() + " is answered with " + status);
    }
  }
}
