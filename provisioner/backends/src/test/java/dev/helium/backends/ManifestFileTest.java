package dev.helium.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.backends.sample.SampleBackend;
import dev.helium.backends.schema.Trees;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ManifestFileTest {
  private static final String WHOLE =
      """
      name: one
      summary: One.
      program: dev.helium.backends.one.OneBackend
      parameters:
        type: object
        additionalProperties: false
        properties:
          replicas: {description: Pods., type: integer, default: 1}
          profile: {description: Size., type: string, enum: [small]}
      """;

  @Test
  void whatIsLeftOutIsEmpty() {
    // when
    Manifest manifest = read(WHOLE);
    // then
    assertThat(manifest.profiles()).isEmpty();
    assertThat(manifest.fields()).isEmpty();
    assertThat(manifest.infrastructure()).isEmpty();
    assertThat(manifest.ready()).isEmpty();
    assertThat(manifest.security()).isEqualTo(Manifest.PodSecurity.RESTRICTED);
  }

  @Test
  void sharedShapesStandWhereTheyAreReferredTo() {
    // when
    Map<String, Object> schema = Manifest.beside(SampleBackend.class).parameters();
    // then
    assertThat(schema.toString()).doesNotContain("$ref").doesNotContain("$defs");
    assertThat(Trees.find(schema, "properties.web.properties.greeting.maxLength")).contains(20);
    assertThat(Trees.find(schema, "properties.web.properties.greeting.default")).contains("hello");
    // and what stands beside a reference is laid over it
    assertThat(Trees.find(schema, "properties.store.description"))
        .contains("Where the store keeps its files.");
    assertThat(Trees.find(schema, "properties.store.properties.size.default")).contains("1Gi");
    assertThat(Trees.find(schema, "properties.store.properties.size.pattern")).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'colour: blue' | \"colour\" is not known",
        "'security: lax' | security must be restricted, baseline or privileged",
        "'ready: web' | ready is not a list",
        "'fields: {helmVersion: chart.version}' | helmVersion sets chart.version",
        "'profiles: {large: {replicas: 9}}' | does not take \"large\"",
        "'profiles: {small: {profile: small}}' | small must not set profile",
        "'infrastructure: {type: array}' | infrastructure: it is not the schema of an object"
      })
  void whatBreaksARuleIsRefused(String more, String why) {
    assertThatThrownBy(() -> read(WHOLE + more + "\n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{type: integer, default: 1}' | replicas has no description",
        "'{description: Pods., type: integer, most: 3}' | replicas has the keyword \"most\"",
        "'{description: Pods., type: object}' | replicas does not say which names it takes",
        "'{description: Pods., $ref: common.yaml#/$defs/nothing}' | there is nothing at common.yaml"
      })
  void aSchemaThatCannotBeShownIsRefused(String replicas, String why) {
    assertThatThrownBy(
            () -> read(WHOLE.replace("{description: Pods., type: integer, default: 1}", replicas)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(why);
  }

  private static Manifest read(String yaml) {
    return ManifestFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "");
  }
}
