package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A refusal as the API words it (RFC 9457).
 *
 * @param title empty when the answer was no problem document
 */
public record Problem(int status, String title, String detail, List<Field> errors) {
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
            .toList());
  }

  /** For a person: what is wrong on the first line, then a line for each field. */
  public String text() {
    String head = title.isEmpty() ? "The server answered " + status + "." : sentence();
    return String.join(
        System.lineSeparator(),
        Stream.concat(
                Stream.of(head),
                errors.stream().map(error -> "  " + error.field() + " " + error.rule()))
            .toList());
  }

  private String sentence() {
    return detail.isEmpty() || detail.equals(title) ? title + "." : title + ": " + detail;
  }
}
