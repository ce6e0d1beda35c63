package dev.helium.backends.helm.rendering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Ends the process it runs in when that takes too long or too much memory. */
final class Watchdog {
  static final int TOO_LONG = 4;
  static final int TOO_MUCH = 5;

  private static final Path MEMORY = Path.of("/proc/self/statm");
  private static final Path FIRST_TO_GO = Path.of("/proc/self/oom_score_adj");
  private static final long PAGE = 4096;
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final long end;
  private final long most;

  /**
   * @param most bytes in memory; only looked at where the system tells (Linux)
   */
  Watchdog(Duration longest, long most) {
    this.end = System.nanoTime() + longest.toNanos();
    this.most = most;
  }

  void start() {
    Thread.ofPlatform().daemon().name("watchdog").start(this::watch);
  }

  private void watch() {
    boolean tells = Files.exists(MEMORY);
    boolean _ = goFirst();
    while (System.nanoTime() < end) {
      if (tells && used() > most) {
        Runtime.getRuntime().halt(TOO_MUCH);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    Runtime.getRuntime().halt(TOO_LONG);
  }

  /** When the machine has no memory left, this is what can best be done without. */
  private static boolean goFirst() {
    try {
      Files.writeString(FIRST_TO_GO, "1000");
      return true;
    } catch (IOException notAllowed) {
      // Then it goes when its turn is; the limit holds all the same.
      return false;
    }
  }

  private static long used() {
    try {
      return Long.parseLong(Files.readString(MEMORY).split(" ", 3)[1]) * PAGE;
    } catch (IOException | NumberFormatException unknown) {
      return Long.MAX_VALUE;
    }
  }
}
