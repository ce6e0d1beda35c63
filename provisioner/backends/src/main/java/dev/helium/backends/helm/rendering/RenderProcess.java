package dev.helium.backends.helm.rendering;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.marcnuri.helm.jni.HelmLib;
import com.sun.jna.Native;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs {@link RenderMain} in a process of its own, which sees none of this one's environment. */
final class RenderProcess {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private RenderProcess() {}

  /**
   * Its status; less than zero when it had to be ended. An interrupt ends it.
   *
   * @param folder to work in, its home too
   * @param most MiB of memory
   */
  static int run(Path folder, Path library, RenderRequest request, Duration longest, int most)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                classPath(),
                RenderMain.class.getName(),
                folder.toString(),
                library.toString(),
                request.chart().toString(),
                request.release(),
                request.namespace(),
                Long.toString(longest.toSeconds()),
                Integer.toString(most)));
    builder.environment().clear();
    builder.environment().put("HOME", folder.toString());
    builder.directory(folder.toFile());
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      return process.waitFor(longest.plus(GRACE)) ? process.exitValue() : -1;
    } finally {
      // It must be gone before its folder is.
      process.destroyForcibly().onExit().join();
    }
  }

  /** Only what rendering needs. */
  private static String classPath() throws IOException {
    try {
      return Stream.of(
              location(RenderMain.class),
              location(HelmLib.class),
              location(Native.class),
              location(JsonFactory.class),
              location(JsonProperty.class),
              location(ObjectMapper.class))
          .distinct()
          .collect(Collectors.joining(File.pathSeparator));
    } catch (URISyntaxException impossible) {
      throw new IOException("a class that comes from nowhere", impossible);
    }
  }

  private static String location(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }
}
