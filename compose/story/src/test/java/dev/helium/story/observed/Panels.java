package dev.helium.story.observed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The queries of every panel of every page, as Grafana would ask them. */
final class Panels {
  /** How the pages ask for what a variable may be. */
  private static final Pattern VALUES = Pattern.compile("label_values\\((.+), *(\\w+)\\)");

  private static final String RANGE = "10m";

  private final PrometheusClient prometheus;
  private final ObjectMapper json = new ObjectMapper();

  Panels(PrometheusClient prometheus) {
    this.prometheus = prometheus;
  }

  /**
   * One query.
   *
   * @param where page and panel
   * @param instant whether it is asked of one moment, and not of a time
   */
  record Query(String where, String text, boolean instant) {}

  List<Query> of(Path dashboards) {
    try (Stream<Path> files = Files.list(dashboards)) {
      List<Query> all = new ArrayList<>();
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        JsonNode page = json.readTree(Files.readString(file));
        Map<String, String> variables = variables(page);
        panels(page)
            .forEach(
                panel ->
                    stream(panel.path("targets"))
                        .forEach(
                            target ->
                                all.add(
                                    new Query(
                                        file.getFileName() + ": " + panel.path("title").asText(),
                                        with(variables, target.path("expr").asText()),
                                        target.path("instant").asBoolean()))));
      }
      return all;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Every value that Prometheus knows for a variable, as Grafana writes several into a query. */
  private Map<String, String> variables(JsonNode page) {
    Map<String, String> found = new LinkedHashMap<>();
    found.put("__rate_interval", Faster.RATE_INTERVAL);
    found.put("__range", RANGE);
    stream(page.path("templating").path("list"))
        .filter(variable -> variable.path("type").asText().equals("query"))
        .forEach(
            variable -> {
              String asked = with(found, variable.path("query").path("query").asText());
              Matcher values = VALUES.matcher(asked);
              if (!values.matches()) {
                throw new IllegalStateException("a variable asks otherwise: " + asked);
              }
              List<String> all = prometheus.values(values.group(1), values.group(2));
              if (all.isEmpty()) {
                throw new IllegalStateException("a variable has no value: " + asked);
              }
              found.put(
                  variable.path("name").asText(),
                  all.size() == 1 ? all.getFirst() : "(" + String.join("|", all) + ")");
            });
    return found;
  }

  private static String with(Map<String, String> variables, String query) {
    String text = query;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      text = text.replace("$" + variable.getKey(), variable.getValue());
    }
    if (text.contains("$")) {
      throw new IllegalStateException("nobody knows a variable of " + text);
    }
    return text;
  }

  /** Rows may hold others. */
  private static Stream<JsonNode> panels(JsonNode holder) {
    return stream(holder.path("panels"))
        .flatMap(panel -> Stream.concat(Stream.of(panel), panels(panel)));
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
