package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
  @TempDir Path root;

  @Test
  void keepsTheStateBeforeEachWriteAndOfARemovedStack() throws Exception {
    try (var stacks = Stacks.with(root, EngineOptions.defaults())) {
      // given
      var stack = stacks.stack("one", context -> {});
      var first = Files.readString(stacks.checkpoint("one"));
      // when
      stack.importStack(Documents.deployment("one", "x"));
      var second = Files.readString(stacks.checkpoint("one"));
      // then
      var backup = stacks.checkpoint("one").resolveSibling("one.json.bak");
      assertThat(Files.readString(backup)).isEqualTo(first);
      assertThat(Attempts.failureOf(() -> stack.workspace().removeStack("one")).failureClass())
          .isEqualTo(FailureClass.STACK_NOT_EMPTY);
      Commands.run(stacks.engine(), stacks.options("one"), "stack", "rm", "--force", "--yes");
      assertThat(Files.readString(backup)).isEqualTo(second);
      assertThat(stacks.checkpoint("one")).doesNotExist();
      assertThat(stacks.settings("one")).doesNotExist();
    }
  }

  @Test
  void writesCompressedFilesWhenAskedAndReadsBothForms() throws Exception {
    try (var plain = Stacks.with(root, EngineOptions.defaults())) {
      // given
      plain.stack("one", context -> {}).importStack(Documents.deployment("one", "x"));
      var packed = plain.with("PULUMI_DIY_BACKEND_GZIP", "true");
      // when
      var stack = packed.stack("one", context -> {});
      stack.importStack(stack.exportStack());
      // then
      var file = plain.checkpoint("one").resolveSibling("one.json.gz");
      assertThat(Files.readAllBytes(file)).startsWith(0x1f, 0x8b);
      assertThat(plain.checkpoint("one")).doesNotExist();
      assertThat(plain.stack("one", context -> {}).exportStack().deployment().toString())
          .contains("urn:pulumi:one::test::a:b:C::two");
      assertThat(plain.stack("one", context -> {}).workspace().listStacks()).hasSize(1);
    }
  }

  @Test
  void refusesLayoutsAndFilesItDoesNotKnowAndLeavesThemAlone() throws Exception {
    try (var stacks = Stacks.with(root, EngineOptions.defaults())) {
      // given
      stacks.stack("one", context -> {});
      var file = stacks.checkpoint("one");
      for (var content :
          new String[] {
            "",
            "{",
            "{\"version\":3}",
            "{\"version\":5,\"checkpoint\":{\"stack\":\"s\"}}",
            "{\"version\":2,\"checkpoint\":{\"stack\":\"s\",\"latest\":{}}}",
            "{\"version\":4,\"features\":[\"views\"],\"checkpoint\":{\"stack\":\"s\",\"latest\":{}}}",
            "{\"version\":3,\"checkpoint\":{\"stack\":\"s\",\"latest\":{\"resources\":[{}]}}}"
          }) {
        Files.writeString(file, content);
        for (var command :
            new String[] {"stack export", "stack output --json", "up --client=127.0.0.1:1"}) {
          // when
          var failure =
              Attempts.failureOf(
                  () ->
                      Commands.run(stacks.engine(), stacks.options("one"), command.split(" ", -1)));
          // then
          assertThat(failure.failureClass()).as(content).isEqualTo(FailureClass.STATE_UNREADABLE);
          assertThat(failure.message()).contains(file.toString());
          assertThat(Files.readString(file)).isEqualTo(content);
        }
      }
      var meta = root.resolve("state/.pulumi/meta.yaml");
      Files.writeString(meta, "version: 2\n");
      assertThat(Attempts.failureOf(() -> stacks.stack("one", context -> {})).message())
          .contains(meta.toString(), "version 2");
      Files.delete(meta);
      Files.writeString(root.resolve("state/.pulumi/stacks/old.json"), "{}");
      assertThat(Attempts.failureOf(() -> stacks.stack("one", context -> {})).message())
          .contains("legacy layout");
      assertThat(meta).doesNotExist();
    }
  }

  @Test
  void refusesAFolderThatIsNotThere() throws Exception {
    try (var stacks = Stacks.with(root, EngineOptions.defaults())) {
      // given
      var elsewhere = stacks.with("PULUMI_BACKEND_URL", "file://" + root.resolve("not mounted"));
      // when
      var failure = Attempts.failureOf(() -> elsewhere.stack("one", context -> {}));
      // then
      assertThat(failure.failureClass()).isEqualTo(FailureClass.STATE_UNREADABLE);
      assertThat(root.resolve("not mounted")).doesNotExist();
    }
  }

  @Test
  void takesRelativeUrlsFromTheWorkDirectoryAndKnowsParameters() throws Exception {
    try (var stacks = Stacks.with(root, EngineOptions.defaults())) {
      // given
      var relative =
          stacks.with("PULUMI_BACKEND_URL", "file://./my%20state?no_tmp_dir=true&create_dir=true");
      // when
      relative.stack("one", context -> {});
      // then
      assertThat(root.resolve("work/one/my state/.pulumi/stacks/test/one.json")).exists();
      var strange = stacks.with("PULUMI_BACKEND_URL", "file:///tmp?prefix=a");
      assertThat(Attempts.failureOf(() -> strange.stack("one", context -> {})).message())
          .contains("prefix", "pulumi CLI engine");
    }
  }
}
