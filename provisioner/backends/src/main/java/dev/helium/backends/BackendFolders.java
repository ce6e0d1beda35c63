package dev.helium.backends;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds backends: each is a folder {@code dev/helium/backends/NAME} with a {@code backend.yaml} in
 * the jar or folder that this class comes from.
 */
final class BackendFolders {
  private static final String PARENT = "dev/helium/backends";

  private BackendFolders() {}

  /**
   * All there are.
   *
   * @throws IllegalStateException when one is not as it has to be; it names the folder
   */
  static List<Backend> all() {
    try {
      URI source = BackendFolders.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return in(Path.of(source), BackendFolders.class.getClassLoader());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException("this class comes from nowhere", impossible);
    }
  }

  /** All that are in a jar or a folder of classes, which the loader has to know. */
  static List<Backend> in(Path source, ClassLoader loader) {
    try {
      if (Files.isDirectory(source)) {
        return below(source.resolve(PARENT), loader);
      }
      try (FileSystem jar = FileSystems.newFileSystem(source)) {
        return below(jar.getPath(PARENT), loader);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<Backend> below(Path parent, ClassLoader loader) throws IOException {
    try (Stream<Path> folders = Files.list(parent)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve(ManifestFile.NAME)))
          .sorted()
          .map(folder -> backend(folder, loader))
          .toList();
    }
  }

  private static Backend backend(Path folder, ClassLoader loader) {
    String name = folder.getFileName().toString().replace("/", "");
    try (InputStream manifest = Files.newInputStream(folder.resolve(ManifestFile.NAME))) {
      Class<?> program = Class.forName(ManifestFile.program(manifest), true, loader);
      if (!Backend.class.isAssignableFrom(program) || !Modifier.isPublic(program.getModifiers())) {
        throw new IllegalStateException(program.getName() + " is no public Backend");
      }
      if (!program.getPackageName().equals(PARENT.replace('/', '.') + "." + name)) {
        throw new IllegalStateException(program.getName() + " is not in the folder");
      }
      return (Backend) program.getConstructor().newInstance();
    } catch (IOException | ReflectiveOperationException | RuntimeException unfit) {
      Throwable cause = unfit.getCause() instanceof IllegalStateException own ? own : unfit;
      throw new IllegalStateException("the backend in the folder " + name + ": " + cause, unfit);
    }
  }
}
