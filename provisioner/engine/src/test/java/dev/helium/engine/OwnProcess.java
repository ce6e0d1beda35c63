package dev.helium.engine;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts classes of the tests in JVMs of their own. */
final class OwnProcess {
  private OwnProcess() {}

  static List<String> java(Class<?> main, Path... arguments) {
    var classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=16",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath,
                main.getName()));
    for (var argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }
}
