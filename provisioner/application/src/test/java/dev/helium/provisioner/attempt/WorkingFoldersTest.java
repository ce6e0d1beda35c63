package dev.helium.provisioner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.WorkspaceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkingFoldersTest {
  private static final WorkspaceId ID = new WorkspaceId("example");

  @TempDir private Path directory;
  private WorkingFolders folders;

  @BeforeEach
  void make() {
    folders = new WorkingFolders(directory);
  }

  @Test
  void theSettingsComeFromTheNewestOwnerBeforeThatHasSome() throws IOException {
    // given
    settings(2, "second");
    settings(10, "tenth");
    folders.own(ID, "partition-3:11");
    settings(13, "later");
    // when
    boolean taken = folders.takeOver(ID, "partition-3:12");
    // then
    assertThat(taken).isTrue();
    assertThat(folders.own(ID, "partition-3:12").resolve("Pulumi.example.yaml"))
        .hasContent("tenth");
    // and once more, after a death in between
    assertThat(folders.takeOver(ID, "partition-3:12")).isTrue();
  }

  @Test
  void withoutAnOwnerBeforeNothingIsTakenOver() throws IOException {
    // given
    settings(13, "later");
    // then
    assertThat(folders.takeOver(ID, "partition-3:12")).isFalse();
    assertThat(folders.own(ID, "partition-3:12")).isEmptyDirectory();
  }

  @Test
  void onlyFoldersOfOwnersBeforeAreRemoved() throws IOException {
    // given
    settings(2, "second");
    settings(12, "own");
    settings(13, "later");
    // when
    folders.removeEarlier(ID, "partition-3:12");
    // then
    assertThat(directory.resolve("example"))
        .isDirectoryContaining("glob:**partition-3-12")
        .isDirectoryContaining("glob:**partition-3-13")
        .isDirectoryNotContaining("glob:**partition-3-2");
    // and all of them when the workspace is no more
    folders.forget(ID);
    assertThat(directory).isEmptyDirectory();
  }

  private void settings(int owner, String content) throws IOException {
    Files.writeString(
        folders.own(ID, "partition-3:" + owner).resolve("Pulumi.example.yaml"), content);
  }
}
