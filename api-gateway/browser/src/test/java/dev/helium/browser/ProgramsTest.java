package dev.helium.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
  @TempDir Path directory;

  @Test
  void findsTheOneThatIsNamedFirstInAnyFolderOfThePath() throws IOException {
    // given
    program("one/google-chrome", "rwxr-xr-x");
    Path chromium = program("two/chromium", "rwxr-xr-x");
    // when, then
    assertThat(Programs.chromium(path("none", "one", "two"))).contains(chromium);
  }

  @Test
  void findsNoneThatCannotBeStarted() throws IOException {
    // given
    program("one/chromium", "rw-r--r--");
    Files.createDirectories(directory.resolve("two").resolve("chromium"));
    // when, then
    assertThat(Programs.chromium(path("one", "two"))).isEmpty();
    assertThat(Programs.chromium("")).isEmpty();
  }

  private Path program(String name, String permissions) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private String path(String... folders) {
    StringBuilder path = new StringBuilder();
    for (String folder : folders) {
      path.append(directory.resolve(folder)).append(File.pathSeparator);
    }
    return path.toString();
  }
}
