package dev.helium.launcher.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;

/** Asks a process whether it is ready. */
final class ReadyProbe implements AutoCloseable {
  /** The answer of a process that is. */
  static final String READY = "";

  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final int LARGEST_ANSWER = 64 * 1024;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final ObjectMapper json = new ObjectMapper();

  /** {@link #READY}, or what it waits for. */
  String ask(int managementPort) {
    return ask(managementPort, "/readyz");
  }

  /** The same of whatever answers 200 there when it is ready. */
  String ask(int port, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(LIMIT)
            .build();
    try {
      HttpResponse<String> answer =
          client.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER));
      return answer.statusCode() == 200 ? READY : waitingFor(answer.body());
    } catch (IOException notListening) {
      return "starting";
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  /** A broker says so in a file: its process, and then where it answers. */
  static String ask(Path readyFile, long process) {
    try {
      return Files.exists(readyFile) && Files.readString(readyFile).startsWith(process + " ")
          ? READY
          : "starting";
    } catch (IOException vanished) {
      return "starting";
    }
  }

  private String waitingFor(String body) {
    try {
      JsonNode checks = json.readTree(body).path("checks");
      return checks
          .propertyStream()
          .filter(check -> !check.getValue().asText().equals("ready"))
          .map(check -> check.getKey() + ": " + check.getValue().asText())
          .collect(Collectors.collectingAndThen(Collectors.joining(", "), ReadyProbe::orUnknown));
    } catch (IOException notJson) {
      return orUnknown("");
    }
  }

  private static String orUnknown(String text) {
    return text.isEmpty() ? "not ready" : text;
  }

  @Override
  public void close() {
    client.close();
  }
}
