package dev.helium.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.engine.property.PlainValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PropertyPathsTest {
  @Test
  void readsDotsIndexesAndQuotes() {
    // given
    var path = "spec.ports[0].name[\"a.b\"][*]";
    // when
    var segments = PropertyPaths.parse(path);
    // then
    assertThat(segments).containsExactly("spec", "ports", "0", "name", "a.b", "*");
  }

  @Test
  void coversWhatLiesBelow() {
    // given
    var pattern = "spec.containers[*].env";
    // when
    var below = PropertyPaths.covers(pattern, "spec.containers[3].env[0].value");
    var beside = PropertyPaths.covers(pattern, "spec.containers[3].image");
    var above = PropertyPaths.covers(pattern, "spec.containers");
    // then
    assertThat(below).isTrue();
    assertThat(beside).isFalse();
    assertThat(above).isFalse();
  }

  @Test
  void keepsIgnoredValuesAsTheyWere() {
    // given
    var before =
        PlainValues.ofMap(
            Map.of("spec", Map.of("replicas", 1), "list", List.of(Map.of("a", 1, "b", 1))));
    var now =
        PlainValues.ofMap(
            Map.of(
                "spec", Map.of("replicas", 5, "extra", 1),
                "list", List.of(Map.of("a", 2, "b", 2))));
    // when
    var kept = PropertyPaths.keep(before, now, List.of("spec.replicas", "spec.extra", "list[*].a"));
    // then
    assertThat(PlainValues.revealed(kept))
        .isEqualTo(
            Map.of("spec", Map.of("replicas", 1L), "list", List.of(Map.of("a", 1L, "b", 2L))));
  }
}
