package dev.helium.gateway.aside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemException;
import dev.helium.log.LogUnavailableException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsideTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Problem BUSY = Problem.unavailable("One is under way already.", 7);

  private final Vertx vertx = Vertx.vertx();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void close() throws TimeoutException {
    end.countDown();
    await(vertx.close());
  }

  @Test
  void whatIsTooMuchIsRefusedUntilSomethingEnds() throws Exception {
    // given
    Aside aside = new Aside(vertx, "one", 1, 1, LONG, BUSY);
    Future<String> first = aside.run(this::held);
    begun.await();
    // when
    Future<String> second = aside.run(() -> "second");
    // then
    assertThatThrownBy(() -> await(second))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.problem().detail()).isEqualTo("One is under way already."));
    // when
    end.countDown();
    // then
    assertThat(await(first)).isEqualTo("done");
    assertThat(await(aside.run(() -> "third"))).isEqualTo("third");
    await(aside.close());
  }

  @Test
  void whatTakesTooLongIsNotWaitedForAndKeepsItsPlace() throws Exception {
    // given
    Aside aside = new Aside(vertx, "slow", 1, 1, Duration.ofMillis(50), BUSY);
    // when
    Future<String> slow = aside.run(this::held);
    // then
    assertThatThrownBy(() -> await(slow))
        .isInstanceOfSatisfying(
            ProblemException.class,
            late -> {
              assertThat(late.problem().kind().status()).isEqualTo(503);
              assertThat(late.problem().headers()).containsKey("retry-after");
            });
    begun.await();
    assertThatThrownBy(() -> await(aside.run(() -> "second")))
        .hasMessageContaining("One is under way already.");
  }

  @Test
  void aLogThatIsAwayIsAProblemAndABugIsNone() {
    // given
    Aside aside = new Aside(vertx, "failing", 1, 4, LONG, BUSY);
    // when
    Future<String> away =
        aside.run(
            () -> {
              throw new LogUnavailableException("nobody there");
            });
    Future<String> broken =
        aside.run(
            () -> {
              throw new IllegalStateException("a bug");
            });
    // then
    assertThatThrownBy(() -> await(away))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("The log does not answer in time.");
    assertThatThrownBy(() -> await(broken)).isInstanceOf(IllegalStateException.class);
  }

  private String held() throws InterruptedException {
    begun.countDown();
    end.await();
    return "done";
  }

  private static <T> T await(Future<T> future) throws TimeoutException {
    return future.await(60, TimeUnit.SECONDS);
  }
}
