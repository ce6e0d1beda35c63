package dev.helium.cluster.process;

import dev.helium.cluster.component.Lifetime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How a process is freed from the terminal it was started from. A session of its own is out of
 * reach of Ctrl-C and of a closing window; where the system has no setsid (macOS), nohup at least
 * is deaf to the closing window.
 */
final class Detachment {

  private static final List<Path> TOOLS =
      List.of(
          Path.of("/usr/bin/setsid"),
          Path.of("/bin/setsid"),
          Path.of("/usr/bin/nohup"),
          Path.of("/bin/nohup"));

  private Detachment() {}

  /** What stands before the command; both tools become the command they are given. */
  static List<String> prefix(Lifetime lifetime) {
    return switch (lifetime) {
      case THIS_JVM -> List.of();
      case DETACHED ->
          TOOLS.stream().filter(Files::isExecutable).findFirst().map(Path::toString).stream()
              .toList();
    };
  }
}
