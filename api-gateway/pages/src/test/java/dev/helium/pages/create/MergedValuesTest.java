package dev.helium.pages.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.create.ValueLine.Origin;
import dev.helium.pages.read.BackendView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergedValuesTest {
  private final BackendForm form = BackendForm.of(new BackendView(CannedBackends.pachyderm()));

  @Test
  void defaultsProfileFieldsOfTheApiFileAndFormAreLaidOverEachOtherInThatOrder() {
    // when
    List<ValueLine> lines =
        lines(
            Map.of(
                "p.profile",
                "small",
                "pachdVersion",
                "2.4.0",
                Typed.VALUES,
                "pachd: {replicas: 2, image: {tag: 2.5.0}}\nextra: null",
                "p.pachd.replicas",
                "3"));

    // then
    assertThat(lines)
        .contains(
            new ValueLine(0, "release", "\"2.4.3\"", Origin.DEFAULT),
            new ValueLine(0, "profile", "small", Origin.YOURS),
            new ValueLine(0, "disableNotebooks", "true", Origin.PROFILE),
            new ValueLine(1, "replicas", "3", Origin.YOURS),
            new ValueLine(1, "lokiDeploy", "false", Origin.PROFILE),
            new ValueLine(2, "repository", "pachyderm/pachd", Origin.DEFAULT),
            new ValueLine(2, "tag", "\"2.5.0\"", Origin.YOURS),
            new ValueLine(0, "extra", "null", Origin.YOURS));
  }

  @Test
  void whatDiffersIsShownWithTheMapsThatItIsIn() {
    // when
    List<ValueLine> changed =
        MergedValues.changed(lines(Map.of("p.pachd.image.tag", "x", "p.pachd.replicas", "2")));

    // then
    assertThat(changed)
        .extracting(ValueLine::name)
        .containsExactly("pachd", "replicas", "image", "tag");
  }

  @Test
  void nothingDiffersBeforeAnythingIsSaid() {
    assertThat(MergedValues.changed(lines(Map.of()))).isEmpty();
  }

  private List<ValueLine> lines(Map<String, String> texts) {
    return MergedValues.of(form, CreateOrder.of(form, Typed.of(texts), Instant.EPOCH));
  }
}
