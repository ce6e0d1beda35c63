package dev.helium.pages.read;

import dev.helium.pages.ApiAnswer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Why the API refused, as its problem document says.
 *
 * @param detail may be empty
 * @param errors each field that breaks a rule
 */
public record ApiProblem(int status, String title, String detail, List<FieldRule> errors) {
  /** A field of a request and the rule that it breaks. */
  public record FieldRule(String field, String rule) {
    public FieldRule {
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(rule, "rule");
    }

    public String sentence() {
      return field + " " + rule + ".";
    }
  }

  public ApiProblem {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(detail, "detail");
    errors = List.copyOf(errors);
  }

  /** Of an answer that is not a good one; also of one that is no problem document. */
  public static ApiProblem of(ApiAnswer answer) {
    JsonObject json = json(answer);
    return new ApiProblem(
        answer.status(),
        Json.text(json, "title"),
        Json.text(json, "detail"),
        Json.objects(json, "errors").stream()
            .map(each -> new FieldRule(Json.text(each, "field"), Json.text(each, "rule")))
            .toList());
  }

  /** The detail, or what there is instead. */
  public String said() {
    return Stream.of(detail, title, "It was refused without a reason (" + status + ").")
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /** All that was said: each broken rule, or the detail where none is named. */
  public List<String> sentences() {
    return errors.isEmpty() ? List.of(said()) : errors.stream().map(FieldRule::sentence).toList();
  }

  /** What is wrong with one field of a form; empty when nothing is. */
  public String of(String field) {
    return errors.stream()
        .filter(each -> each.field().equals(field))
        .map(FieldRule::rule)
        .findFirst()
        .orElse("");
  }

  private static JsonObject json(ApiAnswer answer) {
    try {
      return new JsonObject(answer.body());
    } catch (DecodeException | ClassCastException e) {
      return new JsonObject();
    }
  }
}
