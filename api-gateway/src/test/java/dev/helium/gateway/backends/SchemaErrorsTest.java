package dev.helium.gateway.backends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.BackendDescription;
import dev.helium.domain.FieldError;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the words in which the backends say the same. */
class SchemaErrorsTest {
  private static final String BACKEND = "it";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'integer'}|'x'|must be a whole number",
        "{'type':['integer','null']}|'x'|must be a whole number or nothing",
        "{'minimum':1,'maximum':5}|9|must be at least 1 and at most 5",
        "{'enum':['a','b']}|'c'|must be one of a, b",
        "{'minItems':2}|[1]|must have at least 2 entries",
        "{'maxItems':1}|[1,2]|must have at most 1 entries",
        "{'minProperties':1}|{}|must have at least 1 entries",
        "{'maxProperties':1}|{'a':1,'b':2}|must have at most 1 entries",
        "{'minLength':1}|''|must have at least 1 characters",
        "{'maxLength':1}|'ab'|must have at most 1 characters",
        "{'pattern':'^a$'}|'b'|must match ^a$",
        "{'pattern':'^a$','description':'An a.'}|'b'|does not fit: An a.",
        "{'multipleOf':2}|3|breaks the rule multipleOf of the backend"
      })
  void whatIsBrokenIsSaidInWords(String schema, String value, String rule) {
    assertThat(broken("{'properties':{'one':" + schema + "}}", "{'one':" + value + "}"))
        .containsExactly(new FieldError("values.one", rule));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'properties':{'replicas':{}},'additionalProperties':false}|values.replica|"
            + "is not known; did you mean \"replicas\"?",
        "{'properties':{'replicas':{}},'additionalProperties':false}|values.colour|"
            + "is not known; there are replicas",
        "{'additionalProperties':false}|values.colour|is not known"
      })
  void aNameThatIsNotKnownGetsTheNearestOrAllThatThereAre(
      String schema, String field, String rule) {
    assertThat(broken(schema, "{'" + field.replace("values.", "") + "':1}"))
        .containsExactly(new FieldError(field, rule));
  }

  private static List<FieldError> broken(String schema, String values) {
    BackendDescription described =
        new BackendDescription(BACKEND, "", json(schema).encode(), Map.of());
    return new BackendSchemas(() -> Optional.of(Map.of(BACKEND, described)), BACKEND)
        .check("values", BACKEND, json(values));
  }

  private static JsonObject json(String text) {
    return new JsonObject(text.replace('\'', '"'));
  }
}
