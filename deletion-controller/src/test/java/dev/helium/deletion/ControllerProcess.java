package dev.helium.deletion;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A deletion controller in a process of its own. */
final class ControllerProcess implements AutoCloseable {
  private static final int NO_ANSWER = 0;

  private static final Pattern PARTITIONS =
      Pattern.compile("(?m)^helium_deletion_partitions(?:\\{[^}]*\\})? ([0-9.]+)$");

  private final Process process;
  private final URI address;
  private final HttpClient http = HttpClient.newHttpClient();

  private ControllerProcess(Process process, int port) {
    this.process = process;
    this.address = URI.create("http://127.0.0.1:" + port + "/");
  }

  static ControllerProcess start(String bootstrap, Path kubeconfig, Path output) {
    return start(bootstrap, kubeconfig, output, "");
  }

  /**
   * @param instance under which it shares partitions with others
   */
  static ControllerProcess start(String bootstrap, Path kubeconfig, Path output, String instance) {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                // As the launcher starts it.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.helium.deletion.Main"));
    builder.environment().put("HELIUM_KAFKA_BOOTSTRAP", bootstrap);
    builder.environment().put("HELIUM_KUBECONFIG", kubeconfig.toString());
    builder.environment().put("HELIUM_MANAGEMENT_PORT", Integer.toString(port));
    builder.environment().put("HELIUM_INSTANCE", instance);
    builder.environment().put("HELIUM_KAFKA_SESSION", "PT2S");
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
    return ask("readyz").map(HttpResponse::statusCode).orElse(NO_ANSWER);
  }

  /** How many partitions it acts for, 0 when it does not answer. */
  int partitions() {
    return ask("metrics")
        .map(answer -> PARTITIONS.matcher(answer.body()))
        .filter(Matcher::find)
        .map(found -> (int) Double.parseDouble(found.group(1)))
        .orElse(0);
  }

  private Optional<HttpResponse<String>> ask(String page) {
    try {
      return Optional.of(
          http.send(
              HttpRequest.newBuilder(address.resolve(page)).timeout(Duration.ofSeconds(2)).build(),
              BodyHandlers.ofString()));
    } catch (IOException unreachable) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Stands still, as a process whose machine is frozen, until it is let go on. */
  void pause() {
    signal("STOP");
  }

  void goOn() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      end(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
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
