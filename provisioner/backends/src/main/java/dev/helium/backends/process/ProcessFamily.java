package dev.helium.backends.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process and all that it has started, also those whose parent is gone: they are in the session
 * that it leads. Where there is no {@code /proc}, only its descendants are known. Who leaves the
 * session on purpose gets away.
 */
final class ProcessFamily {
  private static final Path PROCESSES = Path.of("/proc");

  /** Counted from the state of a process, which follows on its name. */
  private static final int SESSION = 3;

  private static final long PAGE = 4096;

  private final ProcessHandle leader;

  ProcessFamily(ProcessHandle leader) {
    this.leader = leader;
  }

  /** Bytes that they have in memory and share with nobody; 0 where the system does not tell. */
  long memory() {
    return members().stream().mapToLong(member -> memory(member.pid())).sum();
  }

  /** Ends whoever has most of the memory, at once, so that the others can end themselves. */
  void killLargest() {
    members().stream()
        .max(Comparator.comparingLong(member -> memory(member.pid())))
        .ifPresent(ProcessHandle::destroyForcibly);
  }

  /** Ends all that are left, at once. */
  void kill() {
    // Again for those that were started in the meantime; who multiplies faster is not caught.
    for (int round = 0; round < 3; round++) {
      members().forEach(ProcessHandle::destroyForcibly);
    }
  }

  private List<ProcessHandle> members() {
    return Stream.concat(
            Stream.concat(Stream.of(leader), leader.descendants()),
            ProcessHandle.allProcesses().filter(process -> session(process.pid()) == leader.pid()))
        .distinct()
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  /** Of a process; -1 for one that is gone. */
  private static long session(long process) {
    try {
      String stat = Files.readString(PROCESSES.resolve(Long.toString(process)).resolve("stat"));
      // The name may hold blanks and brackets.
      return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[SESSION]);
    } catch (IOException | RuntimeException gone) {
      return -1;
    }
  }

  private static long memory(long process) {
    try {
      Path file = PROCESSES.resolve(Long.toString(process)).resolve("statm");
      String[] pages = Files.readString(file).split(" ", -1);
      return Math.max(0, Long.parseLong(pages[1]) - Long.parseLong(pages[2])) * PAGE;
    } catch (IOException | RuntimeException gone) {
      return 0;
    }
  }
}
