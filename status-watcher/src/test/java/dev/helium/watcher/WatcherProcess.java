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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A status watcher in a process of its own. */
final class WatcherProcess implements AutoCloseable {
  private static final int NO_ANSWER = 0;

  private final Process process;
  private final URI management;
  private final HttpClient http = HttpClient.newHttpClient();

  private WatcherProcess(Process process, int port) {
    this.process = process;
    this.management = URI.create("http://127.0.0.1:" + port + "/");
  }

  static WatcherProcess start(String bootstrap, Path kubeconfig, Path output) {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.helium.watcher.Main"));
    builder.environment().put("HELIUM_KAFKA_BOOTSTRAP", bootstrap);
    builder.environment().put("HELIUM_KUBECONFIG", kubeconfig.toString());
    builder.environment().put("HELIUM_MANAGEMENT_PORT", Integer.toString(port));
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(output.toFile()));
    try {
      return new WatcherProcess(builder.start(), port);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  boolean isReady() {
    return readyStatus() == 200;
  }

  /** The status of its readiness, 0 when it does not answer. */
  int readyStatus() {
    return get("readyz").map(HttpResponse::statusCode).orElse(NO_ANSWER);
  }

  /** How many partitions it speaks for, 0 when it does not answer. */
  int partitions() {
    return get("metrics").map(answer -> partitions(answer.body())).orElse(0);
  }

  private static int partitions(String metrics) {
    return metrics
        .lines()
        .filter(line -> line.startsWith("helium_watcher_partitions{"))
        .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
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
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
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
