package dev.helium.gateway.http;

import dev.helium.domain.FieldError;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An answer that says what is wrong, as a problem document of RFC 9457.
 *
 * @param detail one sentence for the person who reads it; never repeats what was sent
 * @param errors every broken rule; empty when it is not about fields
 * @param headers that belong to the answer, such as {@code Retry-After}
 */
public record Problem(
    ProblemKind kind, String detail, List<FieldError> errors, Map<String, String> headers) {
  static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(detail, "detail");
    errors = List.copyOf(errors);
    headers = Map.copyOf(headers);
  }

  public static Problem of(ProblemKind kind, String detail) {
    return new Problem(kind, detail, List.of(), Map.of());
  }

  public static Problem invalid(List<FieldError> errors) {
    return new Problem(
        ProblemKind.INVALID, "The request breaks the rules that are listed.", errors, Map.of());
  }

  /** Says that it may work in a little while. */
  public static Problem unavailable(String detail, int retryAfterSeconds) {
    return new Problem(
        ProblemKind.UNAVAILABLE,
        detail,
        List.of(),
        Map.of("retry-after", Integer.toString(retryAfterSeconds)));
  }

  public ProblemException exception() {
    return new ProblemException(this);
  }

  /**
   * @param trace the id of the trace that the request is part of; empty for none
   */
  JsonObject json(String trace) {
    JsonObject document =
        new JsonObject()
            .put("type", kind.type())
            .put("title", kind.title())
            .put("status", kind.status())
            .put("detail", detail);
    if (!errors.isEmpty()) {
      JsonArray list = new JsonArray();
      errors.forEach(
          error ->
              list.add(new JsonObject().put("field", error.field()).put("rule", error.rule())));
      document.put("errors", list);
    }
    if (!trace.isEmpty()) {
      document.put("trace", trace);
    }
    return document;
  }
}
