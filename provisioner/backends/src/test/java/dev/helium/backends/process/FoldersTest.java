package dev.helium.backends.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that others have filled. */
class FoldersTest {
  @TempDir private Path parent;

  @Test
  void allOfItGoesButNotWhatItsLinksLeadTo() throws IOException {
    // given
    Path kept = Files.writeString(parent.resolve("kept"), "kept");
    Path folder = Files.createDirectories(parent.resolve("folder/in/it"));
    Files.writeString(folder.resolve("file"), "file");
    Files.createSymbolicLink(folder.resolve("link"), kept);
    Files.createSymbolicLink(folder.resolve("up"), parent);
    boolean _ = folder.toFile().setWritable(false);
    // when
    Folders.remove(parent.resolve("folder"));
    // then
    assertThat(parent.resolve("folder")).doesNotExist();
    assertThat(kept).hasContent("kept");
  }

  @Test
  void whatIsNotThereIsGoneAlready() throws IOException {
    Folders.remove(parent.resolve("nothing"));
    assertThat(parent).isEmptyDirectory();
  }
}
