package dev.helium.gateway.benchmark;

import dev.helium.bench.row.Measure;
import dev.helium.bench.row.Row;
import dev.helium.bench.row.RowOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/**
 * A gateway with many workspaces in its view, beside a bare server: the gateway, the bare server
 * and the broker each in a process of its own, the requests from this one.
 */
final class ApiBenchmark {
  private static final String WORKSPACES = "/v1/api/workspaces";
  private static final String WORKSPACE = "/v1/api/workspace";
  private static final double BAR = 10;
  private static final String BARE = "bare server";
  private static final long SEED = 7;
  private static final int UNDER_WAY = 32;

  /** Lists are a hundred times as large. */
  private static final int LISTS = 100;

  private static final BenchmarkOptions STANDARD = new BenchmarkOptions(10_000, 2_000, 20);

  private final List<Measure> measures = new ArrayList<>();
  private final BenchmarkOptions options;
  private final Stretches stretches;

  private ApiBenchmark(BenchmarkOptions options, Stretches stretches) {
    this.options = options;
    this.stretches = stretches;
  }

  public static void main(String[] arguments) throws Exception {
    RowOption row = RowOption.in(arguments);
    BenchmarkOptions options = BenchmarkOptions.of(STANDARD, row.others().toArray(String[]::new));
    try (FilledGateway filled = FilledGateway.start(options.workspaces());
        Load load = new Load(filled.gateway().port())) {
      Stretches stretches = new Stretches(filled.directory(), options.seconds());
      ApiBenchmark benchmark = new ApiBenchmark(options, stretches);
      benchmark.measure(filled.gateway(), load);
      row.write(Row.of(benchmark.measures));
    }
    // Whatever the clients still have open.
    System.exit(0);
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
        stretches.floor("a bare server, a workspace's bytes", one.body().length(), options.rate());
    Outcome read = stretches.of("GET of one workspace", gateway, load, gets, options.rate());
    if (one.tag() == null) {
      System.out.println("  (answers have no ETag, so nothing can be asked for conditionally)");
    } else {
      stretches.of(
          "the same with If-None-Match", gateway, load, conditional(token, one), options.rate());
    }
    int lists = Math.max(1, options.rate() / LISTS);
    Outcome listFloor =
        stretches.floor("a bare server, the list's bytes", list.body().length(), lists);
    Outcome listed =
        stretches.of("GET of the list", gateway, load, number -> Ask.get(WORKSPACES, token), lists);
    creates(gateway, load, token, gets);
    gateway.printMemory("afterwards");
    System.out.printf(
        Locale.ROOT,
        "%nGET of one workspace / bare server: %.1f at p50, %.1f at p99; p99 below %.0f ms: %s%n",
        read.p50() / floor.p50(),
        read.p99() / floor.p99(),
        BAR,
        read.p99() < BAR ? "holds" : "does not hold");
    String rate = "GET of one workspace, %,d a second, ".formatted(options.rate());
    measures.add(
        Measure.time(rate + "p99", "ms", read.p99()).beside(BARE, floor.p99()).wanted(BAR));
    measures.add(Measure.time(rate + "p50", "ms", read.p50()).beside(BARE, floor.p50()));
    measures.add(
        Measure.time("the list of all, p99", "ms", listed.p99()).beside(BARE, listFloor.p99()));
  }

  private static LongFunction<Ask> conditional(Map<String, String> token, Load.Answer one) {
    Map<String, String> headers = new HashMap<>(token);
    headers.put("if-none-match", one.tag());
    return number -> Ask.get(WORKSPACE + "/" + Population.name(0), headers);
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
      stretches.printProcessor(gateway.processor().minus(before));
      reads.get().print("GET of one workspace beside them");
      System.out.printf(Locale.ROOT, "%nCreates accepted: %.0f a second%n", created.perSecond(202));
      measures.add(
          Measure.rate("creates on their way to the log", "a second", created.perSecond(202)));
    }
  }
}
