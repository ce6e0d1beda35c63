package dev.helium.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.broker.BrokerOptions;
import dev.helium.broker.KafkaBroker;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BrokerClockTest {
  @TempDir private Path directory;

  @Test
  void saysWhenTheBrokerTookTheRecordAndNotWhatItsProducerSaid() throws Exception {
    // given a broker, which shares this machine's clock, without any topic
    try (KafkaBroker broker = KafkaBroker.start(BrokerOptions.onAFreePort(directory))) {
      Vertx vertx = Vertx.vertx();
      BrokerClock clock = new BrokerClock(vertx, new LogSettings(broker.bootstrap()));
      // when
      Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      Instant first = done(clock.ask());
      Instant second = done(clock.ask());
      Instant after = Instant.now();
      // then
      assertThat(first).isBetween(before, after);
      assertThat(second).isBetween(first, after);
      done(clock.close());
      done(vertx.close());
    }
  }

  private static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }
}
