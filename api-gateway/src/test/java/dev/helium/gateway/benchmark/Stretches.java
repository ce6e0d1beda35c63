package dev.helium.gateway.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;

/** Requests of one kind at an even rate for a while, after as many that do not count. */
final class Stretches {
  private static final Duration WARM_UP = Duration.ofSeconds(10);

  private final Path directory;
  private final int seconds;

  Stretches(Path directory, int seconds) {
    this.directory = directory;
    this.seconds = seconds;
  }

  /** Of the gateway. */
  Outcome of(String what, MeasuredGateway gateway, Load load, LongFunction<Ask> asks, int rate)
      throws Exception {
    load.steady(asks, rate, WARM_UP);
    Duration before = gateway.processor();
    Outcome outcome = load.steady(asks, rate, Duration.ofSeconds(seconds));
    outcome.print(what);
    printProcessor(gateway.processor().minus(before));
    return outcome;
  }

  /** Of a server that answers as many bytes and does nothing else. */
  Outcome floor(String what, int bytes, int rate) throws Exception {
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
      Outcome outcome = load.steady(asks, rate, Duration.ofSeconds(seconds));
      outcome.print(what);
      printProcessor(bare.processor().minus(before));
      return outcome;
    }
  }

  void printProcessor(Duration used) {
    System.out.printf(Locale.ROOT, "    %.2f of a processor%n", used.toNanos() / 1e9 / seconds);
  }
}
