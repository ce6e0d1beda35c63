package dev.helium.deletion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A deletion controller in a process of its own. */
final class ControllerProcess implements AutoCloseable {
  private static final int NO_ANSWER = 0;

  private final Process process;
  private final URI ready;
  private final HttpClient http = HttpClient.newHttpClient();

  private ControllerProcess(Process process, int port) {
    this.process = process;
    this.ready = URI.create("http://127.0.0.1:" + port + "/readyz");
  }

  static ControllerProcess start(String bootstrap, Path kubeconfig, Path output) {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.helium.deletion.Main"));
    builder.environment().put("HELIUM_KAFKA_BOOTSTRAP", bootstrap);
    builder.environment().put("HELIUM_KUBECONFIG", kubeconfig.toString());
    builder.environment().put("HELIUM_MANAGEMENT_PORT", Integer.toString(port));
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(output.toFile()));
    try {
      return new ControllerProcess(builder.start(), port);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  boolean isReady() {
    return readyStatus() == 200;
  }

  /** The status of its readiness, 0 when it does not answer. */
  int readyStatus() {
    try {
      return http.send(
              HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(2)).build(),
              BodyHandlers.ofString())
          .statusCode();
    } catch (IOException unreachable) {
      return NO_ANSWER;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return NO_ANSWER;
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
