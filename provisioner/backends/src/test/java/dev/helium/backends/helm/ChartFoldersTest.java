package dev.helium.backends.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where charts are worked on. */
class ChartFoldersTest {
  @TempDir private Path parent;

  @Test
  void whatWasLeftGoesWithTheNextOneAndNobodyElsesDoes() throws IOException {
    // given
    Path left = new ChartFolders(parent, Instant::now).open();
    Files.writeString(left.resolve("values.json"), "{}");
    Path others = Files.createDirectory(parent.resolve("others"));

    // when
    Path soon = new ChartFolders(parent, Instant::now).open();
    // then
    assertThat(left).exists();

    // when
    new ChartFolders(parent, () -> Instant.now().plus(Duration.ofHours(2))).open();
    // then
    assertThat(left).doesNotExist();
    assertThat(soon).doesNotExist();
    assertThat(others).exists();
  }

  @Test
  void nobodyElseMayLook() throws IOException {
    // given
    ChartFolders folders = new ChartFolders(parent, Instant::now);
    // when
    Path folder = folders.open();
    // then
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    // when
    folders.close(folder);
    // then
    assertThat(folder).doesNotExist();
  }
}
