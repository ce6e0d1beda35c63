package dev.helium.log;

import static dev.helium.log.LogFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.Cause;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.domain.Source;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GatheringLogTest {
  @TempDir private Path directory;
  private LogFixture fixture;

  @BeforeEach
  void start() {
    fixture = new LogFixture(directory);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void whatIsHandedOverWithoutWaitingIsThereInItsOrder() throws Exception {
    // given
    GatheringLog log = take();
    // when
    List<Future<Void>> appends =
        IntStream.rangeClosed(1, 1_000).mapToObj(number -> log.append(event(number))).toList();
    done(Future.all(appends));
    // then
    assertThat(numbers())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 1_000).boxed().toList());
    log.close();
  }

  @Test
  void whoeverTakesThePartitionKeepsTheOneBeforeFromAppending() throws Exception {
    // given
    GatheringLog before = take();
    done(before.append(event(1)));
    GatheringLog next = take();
    // when
    Future<Void> late = before.append(event(2));
    done(next.append(event(2)));
    // then
    await().until(late::isComplete);
    assertThat(late.cause()).isInstanceOf(FencedException.class);
    assertThat(before.isOver()).isTrue();
    assertThat(before.append(event(3)).failed()).isTrue();
    assertThat(next.isOver()).isFalse();
    assertThat(numbers()).containsExactly(1L, 2L);
    next.close();
  }

  @Test
  void whatWaitsWhenItIsClosedFailsAndIsNotLeftWaiting() throws Exception {
    // given
    GatheringLog log = take();
    List<Future<Void>> appends = new ArrayList<>();
    for (int number = 1; number <= 1_500; number++) {
      appends.add(log.append(event(number)));
    }
    // when
    log.close();
    // then
    await().until(() -> appends.stream().allMatch(Future::isComplete));
    assertThat(log.append(event(1_501)).failed()).isTrue();
  }

  private GatheringLog take() throws LogUnavailableException {
    return GatheringLog.take(fixture.settings, Source.STATUS_WATCHER, LogFixture.PARTITION);
  }

  private static EventRecord event(long number) {
    return new EventRecord(
        LogFixture.ID,
        Source.STATUS_WATCHER,
        number,
        new Cause.Observed(),
        LogFixture.NOW,
        new Event.ReadinessChanged(1, new Readiness.Ready()));
  }

  private List<Long> numbers() {
    List<Long> numbers = new ArrayList<>();
    done(
        EventTail.replay(
            fixture.vertx,
            fixture.settings,
            Set.of(LogFixture.PARTITION),
            delivery -> {
              numbers.add(delivery.record().sequence());
              return Future.succeededFuture();
            }));
    return numbers;
  }
}
