package dev.helium.story.observed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What Prometheus answers to whoever looks at it. */
final class PrometheusClient implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final URI address;

  PrometheusClient(URI address) {
    this.address = address;
  }

  /** A rule as it was evaluated last. */
  record Rule(
      String group, String name, String query, JsonNode labels, String health, String error) {}

  List<Rule> rules() {
    return stream(ask("rules", Map.of()).path("groups"))
        .flatMap(
            group ->
                stream(group.path("rules"))
                    .map(
                        rule ->
                            new Rule(
                                group.path("name").asText(),
                                rule.path("name").asText(),
                                rule.path("query").asText(),
                                rule.path("labels"),
                                rule.path("health").asText(),
                                rule.path("lastError").asText())))
        .toList();
  }

  /** Those that fire now. */
  List<Alert> firing() {
    return stream(ask("alerts", Map.of()).path("alerts"))
        .filter(alert -> alert.path("state").asText().equals("firing"))
        .map(alert -> Alert.of(alert.path("labels")))
        .distinct()
        .toList();
  }

  /** The values that a label has in the newest samples of a series. */
  List<String> values(String series, String label) {
    return stream(ask("label/" + label + "/values", Map.of("match[]", series)))
        .map(JsonNode::asText)
        .toList();
  }

  /** Every value but those that are no number, of all series that a query has in a time. */
  List<Double> between(String query, Instant from, Instant to) {
    JsonNode data =
        ask(
            "query_range",
            Map.of("query", query, "start", from.toString(), "end", to.toString(), "step", "5s"));
    return stream(data.path("result"))
        .flatMap(series -> stream(series.path("values")))
        .map(sample -> number(sample.path(1).asText()))
        .filter(value -> !value.isNaN())
        .toList();
  }

  /** Every value but those that are no number, of all series that a query has at one moment. */
  List<Double> at(String query, Instant moment) {
    JsonNode data = ask("query", Map.of("query", query, "time", moment.toString()));
    return stream(data.path("result"))
        .map(series -> number(series.path("value").path(1).asText()))
        .filter(value -> !value.isNaN())
        .toList();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private JsonNode ask(String path, Map<String, String> parameters) {
    String form =
        parameters.entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    try {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(address.resolve("/api/v1/" + path + "?" + form))
                  .timeout(LIMIT)
                  .build(),
              BodyHandlers.ofByteArray());
      JsonNode body = json.readTree(answer.body());
      if (!body.path("status").asText().equals("success")) {
        throw new IllegalStateException(parameters + ": " + body);
      }
      return body.path("data");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static Double number(String text) {
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.valueOf(text);
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
