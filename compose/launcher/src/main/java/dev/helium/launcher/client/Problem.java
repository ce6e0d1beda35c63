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
      return "The server answered " + status + ".";
    }
    // Where fields are listed, the detail has nothing to add.
    return detail.isEmpty() || !errors.isEmpty() ? title + (errors.isEmpty() ? "." : ":") : detail;
  }
}
