package dev.helium.backends.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.BackendInput;
import dev.helium.backends.Problem;
import dev.helium.backends.Validated;
import dev.helium.backends.sample.SampleBackend;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValuesPlanTest {
  private final ProductBackend backend = new SampleBackend();

  @Test
  void defaultsComeFromLeavesAndFromWhatHoldsThem() {
    // when
    Values values = values(Map.of(), "");
    // then
    assertThat(values.text("web.image.repository")).isEqualTo("example/web");
    assertThat(values.number("web.replicas")).isEqualTo(2);
    assertThat(values.text("web.resources.limits.memory")).isEqualTo("128Mi");
    assertThat(values.text("store.size")).isEqualTo("1Gi");
    assertThat(values.text("store.storageClass")).isEmpty();
  }

  @Test
  void theLaterWinsAmongDefaultsProfileFieldsAndFile() {
    // given
    Map<String, String> fields = Map.of("helmVersion", "5", "pachdVersion", "2.0");
    // when
    Values values = values(fields, "profile: small\nweb: {image: {tag: '3.0'}}");
    // then
    assertThat(values.text("web.resources.requests.cpu")).isEqualTo("10m");
    assertThat(values.text("web.resources.requests.memory")).isEqualTo("64Mi");
    assertThat(values.number("web.replicas")).isEqualTo(5);
    assertThat(values.text("web.image.tag")).isEqualTo("3.0");
  }

  @Test
  void fieldsBecomeWhatTheSchemaWantsAndEmptyOnesNothing() {
    // when
    Values values = values(Map.of("disableNotebooks", "true", "helmVersion", " "), "");
    // then
    assertThat(values.flag("web.silent")).isTrue();
    assertThat(values.number("web.replicas")).isEqualTo(2);
  }

  @Test
  void nothingTakesADefaultAway() {
    assertThat(values(Map.of(), "web: {resources: {limits: null}}").has("web.resources.limits"))
        .isFalse();
  }

  @Test
  void whatTheCodeNeedsAndSomebodyTookAwayMustBeGiven() {
    assertThat(problems(Map.of(), "web: {greeting: null}"))
        .containsExactly(new Problem("valuesYaml.web.greeting", "must be given"));
    assertThat(problems(Map.of(), "web: {image: {tag: null}}"))
        .containsExactly(new Problem("valuesYaml.web.image.tag", "must be given"));
  }

  @Test
  void everyBrokenRuleIsToldAtOnceByTheNameThatTheRequesterKnows() {
    assertThat(
            problems(
                Map.of("helmVersion", "many", "colour", "blue"),
                "web: {replica: 1, greeting: " + "x".repeat(21) + "}\nlabels: {a: 1}"))
        .containsExactlyInAnyOrder(
            new Problem("colour", "is not taken by the backend \"sample\""),
            new Problem("helmVersion", "must be a whole number"),
            new Problem("valuesYaml.web.replica", "is not known; did you mean \"replicas\"?"),
            new Problem("valuesYaml.web.greeting", "must have at most 20 characters"),
            new Problem("valuesYaml.labels.a", "must be text"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'web: {replicas: 10}' | valuesYaml.web.replicas | must be at least 1 and at most 9",
        "'profile: huge' | valuesYaml.profile | 'must be one of default, small'",
        "'labels: {a: a, b: b, c: c, d: d}' | valuesYaml.labels | must have at most 3 entries",
        "'store: {size: much}' | valuesYaml.store.size | 'does not fit: Size of the volume, such as"
            + " 10Gi.'",
        "'web: []' | valuesYaml.web | must be an object",
        "'web: {silent: true, greeting: hi}' | valuesYaml.web.greeting | is not said by what is"
            + " silent"
      })
  void aBrokenRuleIsSaidInWordsForPeople(String yaml, String field, String rule) {
    assertThat(problems(Map.of(), yaml)).containsExactly(new Problem(field, rule));
  }

  @Test
  void anInfrastructureFileIsHeldAgainstItsOwnSchema() {
    assertThat(
            backend
                .values(new BackendInput(Map.of(), "", "{\"zones\": 3}"))
                .number("infrastructure.zones"))
        .isEqualTo(3);
    assertThat(backend.validate(new BackendInput(Map.of(), "", "{\"zone\": 0}")))
        .isEqualTo(
            new Validated.Rejected(
                List.of(new Problem("infraJson.zone", "is not known; did you mean \"zones\"?"))));
  }

  private Values values(Map<String, String> fields, String yaml) {
    return backend.values(new BackendInput(fields, yaml));
  }

  private List<Problem> problems(Map<String, String> fields, String yaml) {
    return backend.validate(new BackendInput(fields, yaml))
            instanceof Validated.Rejected(List<Problem> problems)
        ? problems
        : List.of();
  }
}
