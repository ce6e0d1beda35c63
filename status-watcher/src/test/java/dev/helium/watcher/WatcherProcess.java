package dev.helium.watcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A status watcher in a process of its own. */
public final class WatcherProcess implements AutoCloseable {
  private static final int NO_ANSWER = 0;

  private final Process process;
  private final URI management;
  private final HttpClient http = HttpClient.newHttpClient();

  private WatcherProcess(Process process, int port) {
    this.process = process;
    this.management = URI.create("http://127.0.0.1:" + port + "/");
  }

  /** One that others take over from soon, with the flags that the launcher starts it with. */
  static WatcherProcess start(String bootstrap, Path kubeconfig, Path output) {
    return start(
        bootstrap,
        kubeconfig,
        output,
        List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        Map.of("HELIUM_KAFKA_SESSION", "PT2S"));
  }

  /**
   * Starts one and returns at once.
   *
   * @param flags of its JVM
   */
  public static WatcherProcess start(
      String bootstrap, Path kubeconfig, Path output, List<String> flags) {
    return start(bootstrap, kubeconfig, output, flags, Map.of());
  }

  private static WatcherProcess start(
      String bootstrap,
      Path kubeconfig,
      Path output,
      List<String> flags,
      Map<String, String> settings) {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "dev.helium.watcher.Main"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HELIUM_KAFKA_BOOTSTRAP", bootstrap);
    builder.environment().put("HELIUM_KUBECONFIG", kubeconfig.toString());
    builder.environment().put("HELIUM_MANAGEMENT_PORT", Integer.toString(port));
    builder.environment().putAll(settings);
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(output.toFile()));
    try {
      return new WatcherProcess(builder.start(), port);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public boolean isReady() {
    return readyStatus() == 200;
  }

  /** The status of its readiness, 0 when it does not answer. */
  int readyStatus() {
    return get("readyz").map(HttpResponse::statusCode).orElse(NO_ANSWER);
  }

  /** How many partitions it speaks for, 0 when it does not answer. */
  int partitions() {
    return (int) metric("helium_watcher_partitions{");
  }

  /** The sum of the metrics whose lines begin so, 0 when it does not answer. */
  public double metric(String beginning) {
    return get("metrics").stream()
        .flatMap(answer -> answer.body().lines())
        .filter(line -> line.startsWith(beginning))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  private Optional<HttpResponse<String>> get(String path) {
    try {
      return Optional.of(
          http.send(
              HttpRequest.newBuilder(management.resolve(path))
                  .timeout(Duration.ofSeconds(2))
                  .build(),
              BodyHandlers.ofString()));
    } catch (IOException unreachable) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  void pause() throws IOException, InterruptedException {
    signal("-STOP");
  }

  void goOn() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    Process kill =
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).inheritIO().start();
    if (kill.waitFor() != 0) {
      throw new IOException("the signal was not sent");
    }
  }

  void kill() {
    end(process.destroyForcibly());
  }

  /** Asks it to stop, as the launcher does. */
  @Override
  public void close() {
    process.destroy();
    end(process);
  }

  private static void end(Process process) {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("it did not stop");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
