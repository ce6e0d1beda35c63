package dev.helium.launcher.command;

import dev.helium.launcher.client.WorkspaceState;
import dev.helium.launcher.console.Console;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The last line of a terminal, which says how far a workspace is and counts the seconds. Where
 * there is no terminal there is no such line.
 */
final class LiveLine implements AutoCloseable {
  private final Console console;
  private final InstantSource clock;
  private final CountDownLatch closed = new CountDownLatch(1);
  private WorkspaceState last;

  LiveLine(Console console, InstantSource clock) {
    this.console = console;
    this.clock = clock;
    if (console.isTerminal()) {
      Thread.ofVirtual().name("live-line").start(this::tick);
    }
  }

  synchronized void show(WorkspaceState state) {
    last = state;
    draw();
  }

  /** Below a line that stays. */
  synchronized void draw() {
    if (last != null && closed.getCount() > 0) {
      console.passing(ProgressText.of(last, clock.instant()));
    }
  }

  @Override
  public synchronized void close() {
    closed.countDown();
  }

  private void tick() {
    try {
      while (!closed.await(1, TimeUnit.SECONDS)) {
        draw();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
