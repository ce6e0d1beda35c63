package dev.helium.gateway.benchmark;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A gateway in a process of its own, as the launcher starts it. */
final class MeasuredGateway implements AutoCloseable {
  private static final String TOKEN = "a-token-for-measuring";
  private static final int HEAP = 256;
  private static final double MEBIBYTE = 1024.0 * 1024;
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final String HEAP_METRIC = "jvm_memory_used_bytes{area=\"heap\"";

  private final Child process;
  private final int port;
  private final int management;

  private MeasuredGateway(Child process, int port, int management) {
    this.process = process;
    this.port = port;
    this.management = management;
  }

  /** Returns when it shows all that is in the log. */
  static MeasuredGateway start(Path directory, String bootstrap) throws Exception {
    int port = Child.freePort();
    int management = Child.freePort();
    Map<String, String> variables = new HashMap<>();
    variables.put("HELIUM_KAFKA_BOOTSTRAP", bootstrap);
    variables.put("HELIUM_PORT", Integer.toString(port));
    variables.put("HELIUM_MANAGEMENT_PORT", Integer.toString(management));
    variables.put("HELIUM_HAZELCAST_PORT", "0");
    variables.put("HELIUM_SEALING_KEYS_FILE", directory.resolve("keys.json").toString());
    variables.put(
        "HELIUM_TOKEN_FILE", Files.writeString(directory.resolve("token"), TOKEN).toString());
    // Counted, and never too many.
    variables.put("HELIUM_RATE_READS", "1000000/1000000");
    variables.put("HELIUM_RATE_CHANGES", "1000000/1000000");
    // Nobody decides.
    variables.put("HELIUM_DECISION_WAIT", "PT0.001S");
    Child process =
        Child.start(directory.resolve("gateway.log"), HEAP, variables, "dev.helium.gateway.Main");
    long start = System.nanoTime();
    untilAnswered(management, "/readyz", process);
    System.out.printf(
        Locale.ROOT, "The gateway was ready after %.1f s%n", (System.nanoTime() - start) / 1e9);
    return new MeasuredGateway(process, port, management);
  }

  /** Returns when it answers with 200. */
  static void untilAnswered(int port, String path, Child process) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      await()
          .atMost(LONGEST)
          .failFast("a process that is to be measured has ended", () -> !process.isAlive())
          .until(() -> status(client, port, path) == 200);
    }
  }

  int port() {
    return port;
  }

  Map<String, String> authorization() {
    return Map.of("authorization", "Bearer " + TOKEN);
  }

  Duration processor() {
    return process.processor();
  }

  void printMemory(String when) throws IOException, InterruptedException {
    double before = process.resident();
    process.collect();
    System.out.printf(
        Locale.ROOT,
        "%nMemory %s: heap after a collection %.0f MiB of at most %d, resident %.0f MiB%n",
        when,
        metric(HEAP_METRIC) / MEBIBYTE,
        HEAP,
        before);
  }

  @Override
  public void close() {
    process.close();
  }

  private double metric(String prefix) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(request(management, "/metrics"), BodyHandlers.ofString())
          .body()
          .lines()
          .filter(line -> line.startsWith(prefix))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
          .sum();
    }
  }

  private static int status(HttpClient client, int port, String path) throws InterruptedException {
    try {
      HttpResponse<Void> answer = client.send(request(port, path), BodyHandlers.discarding());
      return answer.statusCode();
    } catch (IOException notYet) {
      return 0;
    }
  }

  private static HttpRequest request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(10))
        .build();
  }
}
