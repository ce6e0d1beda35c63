package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.LocalWorkspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FencedStacksTest {
  private static final String FENCE = "PULUMI_EMBEDDED_FENCE";

  @TempDir Path root;
  private Stacks stacks;

  @BeforeEach
  void open() {
    stacks = Stacks.with(root, EngineOptions.defaults());
  }

  @AfterEach
  void close() {
    stacks.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "partition-3", "partition-3:0", "partition/3:1"})
  void refusesAFenceThatCannotBeRead(String fence) {
    // given
    var wrong = stacks.with(FENCE, fence);
    // when
    var failure = Attempts.failureOf(() -> wrong.stack("one", context -> {}));
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.INVALID);
    assertThat(failure.message()).contains(FENCE).contains("SCOPE:NUMBER");
    assertThat(stacks.checkpoint("one")).doesNotExist();
  }

  static Stream<String> changes() {
    return Stream.of(
        "up --client=127.0.0.1:1",
        "preview --client=127.0.0.1:1",
        "refresh",
        "destroy",
        "stack init two",
        "stack rm --force --yes",
        "stack rename two",
        "stack import --file ../../exported",
        "stack change-secrets-provider passphrase",
        "stack tag set a 1",
        "stack tag rm word",
        "cancel --yes");
  }

  @ParameterizedTest
  @MethodSource("changes")
  void refusesAnOlderOwnerEveryChange(String change) throws Exception {
    // given
    var old = fenced(16).stack("one", context -> {});
    var newer = fenced(17).stack("one", context -> {});
    newer.importStack(Documents.deployment("one", "x"));
    newer.setTag("word", "newer");
    Files.writeString(root.resolve("exported"), Documents.full("one", "y"));
    var before = StateTree.of(root);
    // when
    var failure =
        Attempts.failureOf(
            () ->
                Commands.runWith(
                    stacks.engine(),
                    fenced(16).options("one"),
                    "a new passphrase",
                    change.split(" ", -1)));
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.FENCED);
    assertThat(failure.message())
        .contains("the stack has a newer owner")
        .contains("partition-3:17");
    assertThat(StateTree.of(root)).isEqualTo(before);
    assertThat(old.exportStack().deployment()).isEqualTo(newer.exportStack().deployment());
    assertThat(old.getTag("word")).isEqualTo("newer");
  }

  @Test
  void refusesNobodyElse() throws Exception {
    // given
    fenced(17).stack("one", context -> {}).up();
    // when
    stacks.stack("one", context -> {}).up();
    stacks.with(FENCE, "partition-4:1").stack("one", context -> {}).up();
    fenced(17).stack("one", context -> {}).up();
    fenced(18).stack("one", context -> {}).up();
    // then
    assertThat(stacks.locks("one")).isEmptyDirectory();
    assertThat(Attempts.failureOf(() -> fenced(17).stack("one", context -> {}).up()).failureClass())
        .isEqualTo(FailureClass.FENCED);
  }

  @Test
  void leavesTheSameFilesWithAndWithoutAFence() throws Exception {
    // given
    var plain = Stacks.with(root.resolve("plain"), EngineOptions.defaults());
    // when
    for (var some : List.of(plain, fenced(1))) {
      var stack = some.stack("one", context -> context.export("a", "1"));
      stack.up();
      stack.setTag("word", "some");
      stack.up();
      some.stack("gone", context -> {}).up();
      LocalWorkspace.selectStack(Stacks.PROJECT, "gone", context -> {}, some.options("gone"))
          .workspace()
          .removeStack("gone");
      Commands.run(some.engine(), some.options("one"), "stack", "rename", "two");
    }
    plain.close();
    // then
    assertThat(names(root).filter(name -> !name.startsWith("fences")))
        .containsExactlyElementsOf(names(root.resolve("plain")).toList());
  }

  private Stacks fenced(long number) {
    return stacks.with(FENCE, "partition-3:" + number);
  }

  /** Times are part of names. */
  private static Stream<String> names(Path root) throws Exception {
    return StateTree.of(root).keySet().stream().map(name -> name.replaceAll("\\d{19}", "TIME"));
  }
}
