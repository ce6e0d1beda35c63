package dev.helium.domain;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Constants that are made of each other fail or not by which class is used first. */
final class InitializationTest {
  private static final URL CLASSES =
      Timeline.class.getProtectionDomain().getCodeSource().getLocation();

  static List<String> classes() throws IOException, URISyntaxException {
    Path root = Path.of(CLASSES.toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("classes")
  void anyClassCanBeTheFirstThatIsUsed(String name) throws IOException {
    // given a process that has used none of them
    try (URLClassLoader fresh =
        new URLClassLoader(new URL[] {CLASSES}, ClassLoader.getPlatformClassLoader())) {
      // then
      assertThatCode(() -> Class.forName(name, true, fresh)).doesNotThrowAnyException();
    }
  }
}
