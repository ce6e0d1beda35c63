package dev.helium.launcher.stack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who listens on a port, where Linux's {@code /proc} tells; elsewhere nobody is found. */
final class PortOwner {
  private static final Path PROC = Path.of("/proc");
  private static final List<String> TABLES = List.of("net/tcp", "net/tcp6");
  private static final String LISTENING = "0A";
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final int LONGEST = 80;

  private PortOwner() {}

  static Optional<ProcessHandle> of(int port) {
    Set<String> sockets = listening(port);
    return sockets.isEmpty()
        ? Optional.empty()
        : ProcessHandle.allProcesses().filter(process -> holds(process.pid(), sockets)).findAny();
  }

  /** The command in a few words. */
  static String describe(ProcessHandle process) {
    String command = process.info().command().map(Path::of).map(PortOwner::name).orElse("?");
    String mainClass = CommandLines.mainClass(process).map(found -> " " + found).orElse("");
    String text = command + mainClass;
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private static String name(Path command) {
    return String.valueOf(command.getFileName());
  }

  private static Set<String> listening(int port) {
    String suffix = ":%04X".formatted(port);
    return TABLES.stream()
        .map(PROC::resolve)
        .map(PortOwner::lines)
        .flatMap(List::stream)
        .map(line -> line.strip().split("\\s+"))
        .filter(cells -> cells.length > INODE)
        .filter(cells -> cells[LOCAL_ADDRESS].endsWith(suffix) && cells[STATE].equals(LISTENING))
        .map(cells -> "socket:[" + cells[INODE] + "]")
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static List<String> lines(Path table) {
    try {
      return Files.readAllLines(table);
    } catch (IOException noSuchTable) {
      return List.of();
    }
  }

  private static boolean holds(long process, Set<String> sockets) {
    Path descriptors = PROC.resolve(Long.toString(process)).resolve("fd");
    try (DirectoryStream<Path> open = Files.newDirectoryStream(descriptors)) {
      for (Path descriptor : open) {
        if (isOneOf(descriptor, sockets)) {
          return true;
        }
      }
      return false;
    } catch (IOException notMine) {
      return false;
    }
  }

  private static boolean isOneOf(Path descriptor, Set<String> sockets) {
    try {
      return sockets.contains(Files.readSymbolicLink(descriptor).toString());
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }
}
