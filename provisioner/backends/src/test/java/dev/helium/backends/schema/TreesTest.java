package dev.helium.backends.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

final class TreesTest {
  @Test
  void mapsAreMergedAndEverythingElseReplaces() {
    assertThat(
            Trees.merge(
                tree("{a: {b: 1, c: [1, 2], d: {e: 1}}, f: 1}"),
                tree("{a: {b: 2, c: [3], d: 4}, g: 5}")))
        .isEqualTo(tree("{a: {b: 2, c: [3], d: 4}, f: 1, g: 5}"));
  }

  @Test
  void nothingTakesAwayWhatWasThereAndLeavesNothingBehind() {
    assertThat(
            Trees.merge(
                tree("{a: {b: 1, c: 2}, d: 3}"), tree("{a: {b: null}, d: null, e: {f: null}}")))
        .isEqualTo(tree("{a: {c: 2}, e: {}}"));
  }

  @Test
  void whatIsMergedSharesNothing() {
    // given
    Map<String, Object> base = Trees.copy(Map.of("a", List.of(1)));
    // when
    Map<String, Object> merged = Trees.merge(base, Map.of());
    merged.put("a", 2);
    // then
    assertThat(base).isEqualTo(Map.of("a", List.of(1)));
  }

  @Test
  void aPathLeadsThroughMaps() {
    assertThat(Trees.find(tree("{a: {b: {c: 1}}}"), "a.b.c")).contains(1);
    assertThat(Trees.find(tree("{a: 1}"), "a.b")).isEmpty();
    assertThat(Trees.of("a.b", 1)).isEqualTo(tree("{a: {b: 1}}"));
  }

  private static Map<String, Object> tree(String yaml) {
    return Trees.map(new Load(LoadSettings.builder().build()).loadFromString(yaml), "it");
  }
}
