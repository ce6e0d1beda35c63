package dev.helium.gateway;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A gateway as a process of its own, which can be killed. */
final class GatewayProcess implements AutoCloseable {
  private final Process process;
  private final Path output;
  private final int port;
  private final int management;

  GatewayProcess(String bootstrap, Path directory, Map<String, String> more) {
    port = freePort();
    management = freePort();
    output = directory.resolve("gateway-" + port + ".log");
    Map<String, String> variables = new HashMap<>();
    variables.put("HELIUM_KAFKA_BOOTSTRAP", bootstrap);
    variables.put("HELIUM_PORT", Integer.toString(port));
    variables.put("HELIUM_MANAGEMENT_PORT", Integer.toString(management));
    variables.put("HELIUM_HAZELCAST_PORT", "0");
    variables.put("HELIUM_SEALING_KEYS_FILE", directory.resolve("keys.json").toString());
    variables.put("HELIUM_TOKEN_FILE", TestGateway.tokenFile(directory).toString());
    // A machine that is busy with other tests is no reason to turn anybody away.
    variables.put("HELIUM_SHED_LAG", "PT1M");
    variables.putAll(more);
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.helium.gateway.Main");
    builder.environment().putAll(variables);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    try {
      process = builder.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Several begin at the same time. One that has ended never is; it has said why. */
  void awaitReady() {
    await()
        .atMost(Duration.ofMinutes(2))
        .failFast(
            () -> {
              if (!process.isAlive()) {
                throw new IllegalStateException("it has ended: " + output());
              }
            })
        .until(this::isReady);
  }

  int port() {
    return port;
  }

  /** All that it has written. */
  String output() {
    try {
      return Files.readString(output);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** As an operating system does it: nothing is ended in order. */
  void kill() {
    process.destroyForcibly();
    await().until(() -> !process.isAlive());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  private boolean isReady() throws InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI probe = URI.create("http://127.0.0.1:" + management + "/readyz");
      return http.send(
                  HttpRequest.newBuilder(probe).timeout(Duration.ofSeconds(5)).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Below those that the system gives to connections: one may take it before it is listened to. */
  private static int freePort() {
    for (int attempt = 0; attempt < 100; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      try (ServerSocket socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // Another one.
      }
    }
    throw new IllegalStateException("no port is free");
  }
}
