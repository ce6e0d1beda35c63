package dev.helium.story.observed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An alert as somebody is told it.
 *
 * @param severity {@code page} or {@code ticket}; some have one of each
 */
record Alert(String name, String severity) {
  private static final Pattern RULE =
      Pattern.compile(
          "- alert: (\\w+)$.*?^ +labels: \\{severity: (\\w+)}$",
          Pattern.DOTALL | Pattern.MULTILINE);

  Alert {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(severity, "severity");
  }

  static Alert page(String name) {
    return new Alert(name, "page");
  }

  static Alert ticket(String name) {
    return new Alert(name, "ticket");
  }

  /** Of what has one of each. */
  static List<Alert> both(String name) {
    return List.of(page(name), ticket(name));
  }

  /** As Prometheus tells one that it has. */
  static Alert of(JsonNode labels) {
    return new Alert(labels.path("alertname").asText(), labels.path("severity").asText());
  }

  /** Those of a file of rules. */
  static List<Alert> in(String rules) {
    return RULE.matcher(rules)
        .results()
        .map(rule -> new Alert(rule.group(1), rule.group(2)))
        .toList();
  }

  @Override
  public String toString() {
    return name + "/" + severity;
  }
}
