package dev.helium.bench.run.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineRowTest {
  @TempDir Path directory;

  @Test
  void saysWhyPulumiIsNotMeasured() {
    assertThat(new EngineRow(directory + File.pathSeparator).absent())
        .containsOnlyKeys("pulumi")
        .containsValue("pulumi is not on the path");
  }

  @Test
  void pulumiIsMeasuredWhereItIsOnThePath() throws IOException {
    // given
    Files.setPosixFilePermissions(
        Files.createFile(directory.resolve("pulumi")),
        PosixFilePermissions.fromString("rwx------"));
    // then
    assertThat(new EngineRow("/none" + File.pathSeparator + directory).absent()).isEmpty();
  }
}
