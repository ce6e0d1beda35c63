package dev.helium.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.cluster.component.ClusterException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {

  @TempDir private Path directory;

  @Test
  void isHeldByOneAtATime() throws IOException {
    // given
    AtomicInteger waits = new AtomicInteger();
    try (DirectoryLock _ =
        DirectoryLock.acquire(directory, Duration.ZERO, waits::incrementAndGet)) {

      // when / then
      assertThatThrownBy(
              () -> DirectoryLock.acquire(directory, Duration.ZERO, waits::incrementAndGet))
          .isInstanceOf(ClusterException.class)
          .hasMessageContaining("is in use by another process");
    }
    assertThat(waits).hasValue(1);

    // and free again afterwards
    try (DirectoryLock _ =
        DirectoryLock.acquire(directory, Duration.ZERO, waits::incrementAndGet)) {
      assertThat(waits).hasValue(1);
    }
  }
}
