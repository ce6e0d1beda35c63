package dev.helium.watcher.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.WorkspaceId;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TagTest {
  private static ObjectMeta labelled(Map<String, String> labels) {
    return new ObjectMetaBuilder().withName("x").withLabels(labels).build();
  }

  @Test
  void readsWorkspaceAndLife() {
    assertThat(
            Tag.of(labelled(Map.of("helium.dev/workspace", "demo", "helium.dev/incarnation", "3"))))
        .contains(new Tag(new WorkspaceId("demo"), 3));
  }

  @Test
  void fitsEveryLifeWhenNoneIsNamed() {
    Tag tag = Tag.of(labelled(Map.of("helium.dev/workspace", "demo"))).orElseThrow();
    assertThat(tag.fits(1)).isTrue();
    assertThat(tag.fits(2)).isTrue();
  }

  @Test
  void fitsOnlyTheLifeItNames() {
    Tag tag = new Tag(new WorkspaceId("demo"), 2);
    assertThat(tag.fits(2)).isTrue();
    assertThat(tag.fits(1)).isFalse();
    assertThat(tag.fits(3)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "one", "-1", "0", "99999999999"})
  void fitsNoLifeWhenWhatItNamesIsNone(String incarnation) {
    Tag tag =
        Tag.of(
                labelled(
                    Map.of("helium.dev/workspace", "demo", "helium.dev/incarnation", incarnation)))
            .orElseThrow();
    assertThat(tag.fits(1)).isFalse();
    assertThat(tag.fits(0)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "x", "not.a.name"})
  void passesOverLabelsThatNameNoPossibleWorkspace(String workspace) {
    assertThat(Tag.of(labelled(Map.of("helium.dev/workspace", workspace)))).isEmpty();
  }

  @Test
  void passesOverObjectsWithoutLabels() {
    assertThat(Tag.of(new ObjectMetaBuilder().withName("x").build())).isEmpty();
    assertThat(Tag.of(labelled(Map.of("app", "web")))).isEmpty();
  }
}
