package dev.helium.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class ClientTasksTest {
  @Test
  void aTaskThatFailsEndsNoThread() throws InterruptedException {
    // given
    ClientTasks tasks = new ClientTasks();
    Executor executor = tasks.get();
    AtomicReference<Throwable> uncaught = new AtomicReference<>();
    BlockingQueue<Thread> ran = new LinkedBlockingQueue<>();
    // when
    executor.execute(
        () -> {
          Thread thread = Thread.currentThread();
          thread.setUncaughtExceptionHandler((ended, failure) -> uncaught.set(failure));
          ran.add(thread);
          throw new IllegalStateException("Client already closed");
        });
    Thread thread = ran.poll(60, TimeUnit.SECONDS);
    // then its end is that of the client
    tasks.onClose(executor);
    assertThat(thread).isNotNull();
    assertThat(thread.join(Duration.ofSeconds(60))).isTrue();
    assertThat(uncaught).hasNullValue();
  }
}
