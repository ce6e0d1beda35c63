package dev.helium.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.OperationType;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chains of dependents need resources that cannot be without each other; a cluster has few. */
class TargetRulesTest {
  @AutoClose private final MemoryStack stack;

  TargetRulesTest(@TempDir Path root) {
    stack = new MemoryStack(root);
  }

  @Test
  void changesOnlyTargetsAndKeepsTheRestAsRecorded() {
    // given
    stack.up(Thing.of("a").with("v", "1"), Thing.of("b").with("v", "1"));
    var before = stack.thing("b");
    // when
    var result =
        stack.up(
            new Settings().targets(stack.urn("a")).build(),
            Thing.of("a").with("v", "2"),
            Thing.of("b").with("v", "2"));
    // then
    assertThat(result.failure()).isNull();
    assertThat(stack.thing("a").inputs().text("v")).isEqualTo("2");
    assertThat(stack.thing("b")).isEqualTo(before);
    assertThat(result.changes())
        .containsEntry(OperationType.UPDATE, 1)
        .containsEntry(OperationType.SAME, 2);
  }

  @Test
  void neitherCreatesNorRecordsWhatIsNoTarget() {
    // given
    var settings = new Settings().targets(stack.urn("a")).build();
    // when
    var result = stack.up(settings, Thing.of("a"), Thing.of("b"));
    // then
    assertThat(result.failure()).isNull();
    assertThat(stack.names()).containsExactly("a");
    assertThat(stack.things.existing).hasSize(1);
  }

  @Test
  void refusesATargetThatNeedsWhatIsNotThere() {
    // given
    var settings = new Settings().targets(stack.urn("b")).build();
    // when
    var result = stack.up(settings, Thing.of("a"), Thing.of("b").from("source", "a"));
    // then
    assertThat(result.failure()).hasMessageContaining("b needs a");
    assertThat(stack.names()).isEmpty();
  }

  @Test
  void followsDependentsOfTargetsWhenAsked() {
    // given
    stack.up(chain("1"));
    // when
    stack.up(new Settings().targets(stack.urn("b")).targetDependents().build(), chain("2"));
    // then
    assertThat(stack.thing("a").inputs().text("v")).isEqualTo("1");
    assertThat(stack.thing("b").inputs().text("v")).isEqualTo("2");
    assertThat(stack.thing("c").inputs().text("v")).isEqualTo("2");
  }

  @Test
  void leavesOutExcludedOnesAndTheirDependentsWhenAsked() {
    // given
    stack.up(chain("1"));
    // when
    stack.up(new Settings().excludes(stack.urn("b")).excludeDependents().build(), chain("2"));
    // then
    assertThat(stack.thing("a").inputs().text("v")).isEqualTo("2");
    assertThat(stack.thing("b").inputs().text("v")).isEqualTo("1");
    assertThat(stack.thing("c").inputs().text("v")).isEqualTo("1");
  }

  @Test
  void destroysATargetOnlyWithItsDependents() {
    // given
    stack.up(chain("1"));
    // when
    var refused = stack.destroy(new Settings().targets(stack.urn("b")).build());
    var before = stack.names();
    var done = stack.destroy(new Settings().targets(stack.urn("b")).targetDependents().build());
    // then
    assertThat(refused.failure()).hasMessageContaining("c would be deleted");
    assertThat(before).containsExactly("a", "b", "c");
    assertThat(done.failure()).isNull();
    assertThat(stack.names()).containsExactly("a");
    assertThat(stack.things.existing).hasSize(1);
  }

  @Test
  void destroysAllButExcludedOnesAndWhatTheyNeed() {
    // given
    stack.up(chain("1"));
    // when
    var result = stack.destroy(new Settings().excludes(stack.urn("b")).build());
    // then
    assertThat(result.failure()).isNull();
    assertThat(stack.names()).containsExactly("a", "b");
  }

  @Test
  void doesNotDeleteWhatLeftTheProgramAndIsNoTarget() {
    // given
    stack.up(Thing.of("a"), Thing.of("b"), Thing.of("c").after("b"));
    // when
    var result =
        stack.up(new Settings().targets(stack.urn("a")).build(), Thing.of("a").with("v", "2"));
    // then
    assertThat(result.failure()).isNull();
    assertThat(stack.names()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void keepsWhatAnUntargetedResourceNeedsBeforeItInTheState() {
    // given
    stack.up(Thing.of("gone"), Thing.of("a").after("gone"), Thing.of("b"));
    // when
    stack.up(new Settings().targets(stack.urn("b")).build(), Thing.of("b"), Thing.of("a"));
    // then
    assertThat(stack.names()).containsSubsequence("gone", "a");
  }

  @Test
  void understandsPatterns() {
    // given
    stack.up(Thing.of("web-1").with("v", "1"), Thing.of("db").with("v", "1"));
    // when
    stack.up(
        new Settings().targets("**::web-*").build(),
        Thing.of("web-1").with("v", "2"),
        Thing.of("db").with("v", "2"));
    // then
    assertThat(stack.thing("web-1").inputs().text("v")).isEqualTo("2");
    assertThat(stack.thing("db").inputs().text("v")).isEqualTo("1");
  }

  @Test
  void failsForATargetThatDoesNotExistAfterDoingTheRest() {
    // given
    var settings = new Settings().targets(stack.urn("a"), stack.urn("typo")).build();
    // when
    var result = stack.up(settings, Thing.of("a"));
    // then
    assertThat(result.failure()).hasMessageContaining("typo");
    assertThat(stack.names()).containsExactly("a");
  }

  private static Thing[] chain(String value) {
    return new Thing[] {
      Thing.of("a").with("v", value),
      Thing.of("b").with("v", value).from("source", "a"),
      Thing.of("c").with("v", value).from("source", "b")
    };
  }
}
