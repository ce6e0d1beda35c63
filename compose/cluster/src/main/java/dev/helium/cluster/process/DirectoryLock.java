package dev.helium.cluster.process;

import dev.helium.cluster.component.ClusterException;
import dev.helium.cluster.component.Polling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Held by one owner at a time, over all threads and processes of this machine; the operating system
 * lets go of it when its process dies.
 */
public final class DirectoryLock implements AutoCloseable {

  private static final Duration INTERVAL = Duration.ofMillis(100);

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits for the lock.
   *
   * @param beforeWaiting run once when somebody else has it
   * @throws ClusterException when it was not free within the limit
   */
  public static DirectoryLock acquire(Path directory, Duration limit, Runnable beforeWaiting)
      throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel)) {
      return new DirectoryLock(channel);
    }
    boolean acquired = false;
    try {
      beforeWaiting.run();
      acquired = Polling.until(() -> tryLock(channel), INTERVAL, limit);
    } finally {
      if (!acquired) {
        channel.close();
      }
    }
    if (!acquired) {
      throw new ClusterException(
          "%s is in use by another process for more than %d s: wait for it or end it."
              .formatted(directory, limit.toSeconds()));
    }
    return new DirectoryLock(channel);
  }

  private static boolean tryLock(FileChannel channel) {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldInThisJvm) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
