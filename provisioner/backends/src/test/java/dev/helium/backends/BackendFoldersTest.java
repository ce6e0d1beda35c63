package dev.helium.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.backends.sample.SampleBackend;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackendFoldersTest {
  private static final String PARENT = "dev/helium/backends";

  @TempDir private Path directory;

  @Test
  void whatHasAFolderBesideTheRegistryCanBeAskedFor() {
    assertThat(BackendRegistry.standard().all())
        .extracting(Backend::name)
        .contains("namespace")
        .doesNotContain("sample")
        .isSorted();
  }

  @Test
  void backendsAreFoundInAFolderOfClasses() throws IOException {
    // given one with a manifest, and one without
    put(directory.resolve(PARENT), "sample", manifest());
    Files.createDirectories(directory.resolve(PARENT).resolve("product"));
    // when
    List<Backend> found = BackendFolders.in(directory, getClass().getClassLoader());
    // then
    assertThat(found).singleElement().isInstanceOf(SampleBackend.class);
  }

  @Test
  void backendsAreFoundInAJar() throws IOException {
    // given
    Path jar = directory.resolve("backends.jar");
    try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      put(files.getPath(PARENT), "sample", manifest());
    }
    // when
    List<Backend> found = BackendFolders.in(jar, getClass().getClassLoader());
    // then
    assertThat(found).extracting(Backend::name).containsExactly("sample");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sample | 'program: dev.helium.backends.sample.Nothing' | ClassNotFoundException",
        "sample | 'program: java.lang.String' | is no public Backend",
        "other  | 'program: dev.helium.backends.sample.SampleBackend' | is not in the folder",
        "sample | 'name: sample' | program is not a text",
        "sample | 'a: [' | sample"
      })
  void oneThatCannotBeUsedFailsWithItsName(String folder, String manifest, String why)
      throws IOException {
    // given
    put(directory.resolve(PARENT), folder, manifest);
    // then
    assertThatThrownBy(() -> BackendFolders.in(directory, getClass().getClassLoader()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the backend in the folder " + folder)
        .hasMessageContaining(why);
  }

  @Test
  void twoOfOneNameAreRefused() {
    assertThatThrownBy(() -> new BackendRegistry(List.of(new SampleBackend(), new SampleBackend())))
        .hasMessageContaining("several backends named sample");
  }

  private static String manifest() throws IOException {
    try (InputStream stream = SampleBackend.class.getResourceAsStream("backend.yaml")) {
      return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private static void put(Path parent, String name, String manifest) throws IOException {
    Files.writeString(
        Files.createDirectories(parent.resolve(name)).resolve("backend.yaml"), manifest);
  }
}
