package dev.helium.deletion.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StackFilesTest {
  @TempDir private Path directory;

  @Test
  void everyStackWithAStateIsFoundAndNothingElse() throws IOException {
    // given
    Path stacks =
        Files.createDirectories(directory.resolve("state").resolve(".pulumi/stacks/helium"));
    for (String file : new String[] {"one.json", "two.json.gz", "three.json.bak", "four.attrs"}) {
      Files.createFile(stacks.resolve(file));
    }
    // then
    assertThat(new StackFiles(directory).names()).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void beforeTheFirstStackThereIsNone() throws IOException {
    // given
    Files.createDirectories(directory.resolve("state"));
    // then
    assertThat(new StackFiles(directory).names()).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereIsNotOneWithoutStacks() {
    assertThatThrownBy(() -> new StackFiles(directory).names()).isInstanceOf(IOException.class);
  }
}
