package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagTest {
  @TempDir Path root;

  @Test
  void keepsTagsInAFileOfTheirOwnWhileThereAreAny() throws Exception {
    try (var stacks = Stacks.with(root, EngineOptions.defaults())) {
      // given
      var stack = stacks.stack("one", context -> {});
      var file = stacks.checkpoint("one").resolveSibling("one.pulumi-tags");
      // when
      stack.setTag("b", "2");
      stack.setTag("a", "1 and more");
      // then
      assertThat(stack.getTag("a")).isEqualTo("1 and more");
      assertThat(stack.listTags()).containsEntry("a", "1 and more").containsEntry("b", "2");
      assertThat(Files.readString(file))
          .isEqualTo("{\"version\":1,\"tags\":{\"a\":\"1 and more\",\"b\":\"2\"}}");
      assertThat(Attempts.failureOf(() -> stack.getTag("c")).message())
          .isEqualTo("stack tag 'c' not found for stack 'one'");
      stack.removeTag("a");
      stack.removeTag("b");
      assertThat(file).doesNotExist();
      assertThat(stack.listTags()).isEmpty();
    }
  }

  @Test
  void refusesAForeignFileByItsPath() throws Exception {
    try (var stacks = Stacks.with(root, EngineOptions.defaults())) {
      // given
      var stack = stacks.stack("one", context -> {});
      var file = stacks.checkpoint("one").resolveSibling("one.pulumi-tags");
      Files.writeString(file, "{\"version\":2,\"tags\":{}}");
      // when
      var failure = Attempts.failureOf(() -> stack.setTag("a", "1"));
      // then
      assertThat(failure.failureClass()).isEqualTo(FailureClass.STATE_UNREADABLE);
      assertThat(failure.message()).contains(file.toString());
      assertThat(Files.readString(file)).isEqualTo("{\"version\":2,\"tags\":{}}");
    }
  }
}
