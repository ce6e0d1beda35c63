package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.Stream;

/**
 * A refusal as the API words it (RFC 9457).
 *
 * @param title empty when the answer was no problem document
 * @param document as it was sent, or one that says the status only
 */
public record Problem(
    int status, String title, String detail, List<Field> errors, String document) {
  /** One field that breaks a rule. */
  public record Field(String field, String rule) {}

  public Problem {
    errors = List.copyOf(errors);
  }

  static Problem of(int status, JsonNode body) {
    return new Problem(
        status,
        body.path("title").asText(),
        body.path("detail").asText(),
        body.path("errors")
            .valueStream()
            .map(error -> new Field(error.path("field").asText(), error.path("rule").asText()))
            .toList(),
        (body.path("title").isTextual() ? body : bare(status)).toPrettyString());
  }

  private static JsonNode bare(int status) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "about:blank")
        .put("title", answered(status))
        .put("status", status);
  }

  private static String answered(int status) {
    return "The server answered " + status + ".";
  }

  /** For a person: the sentence that says most, then a line for each field. */
  public String text() {
    return String.join(
        System.lineSeparator(),
        Stream.concat(
                Stream.of(sentence()),
                errors.stream().map(error -> "  " + error.field() + " " + error.rule()))
            .toList());
  }

  private String sentence() {
    if (title.isEmpty()) {
      return answered(status);
    }
    // Where fields are listed, the detail has nothing to add.
    return detail.isEmpty() || !errors.isEmpty() ? title + (errors.isEmpty() ? "." : ":") : detail;
  }
}
