package dev.helium.view;

import static dev.helium.view.Members.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitersTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  private final Vertx vertx = Vertx.vertx();
  private final Waiters<String> waiters = new Waiters<>(vertx, 2);

  @AfterEach
  void stop() {
    await(vertx.close());
  }

  @Test
  void answersWithWhatIsThereAlready() {
    // given, when
    Future<Optional<String>> answer = wait("red", LONG, "red");
    // then
    assertThat(await(answer)).contains("red");
    assertThat(waiters.waiting()).isZero();
  }

  @Test
  void answersWithTheFirstValueThatFits() {
    // given
    Future<Optional<String>> answer = wait("red", LONG, "blue");
    // when
    waiters.offer("colour", "green");
    waiters.offer("shape", "red");
    waiters.offer("colour", "red");
    waiters.offer("colour", "red");
    // then
    assertThat(await(answer)).contains("red");
    assertThat(waiters.waiting()).isZero();
    assertThat(waiters.has("colour")).isFalse();
  }

  @Test
  void answersNothingWhenTheTimeIsUp() {
    // given, when
    Future<Optional<String>> answer = wait("red", Duration.ofMillis(1), "blue");
    // then
    assertThat(await(answer)).isEmpty();
    assertThat(waiters.waiting()).isZero();
  }

  @Test
  void looksOnceMoreWhenTheTimeIsUp() {
    // given: the notification of this value got lost
    AtomicReference<String> value = new AtomicReference<>("blue");
    Future<Optional<String>> answer =
        waiters.await(
            "colour",
            "red"::equals,
            Duration.ofMillis(1),
            () -> Future.succeededFuture(Optional.of(value.getAndSet("red"))));
    // when, then
    assertThat(await(answer)).contains("red");
  }

  @Test
  void looksOnlyOnceWhenTooManyWait() {
    // given
    Future<Optional<String>> first = wait("red", LONG, "blue");
    Future<Optional<String>> second = wait("red", LONG, "blue");
    // when
    Future<Optional<String>> third = wait("red", LONG, "blue");
    // then
    assertThat(await(third)).isEmpty();
    assertThat(waiters.waiting()).isEqualTo(2);
    assertThat(first.isComplete() || second.isComplete()).isFalse();
  }

  @Test
  void failsWhenItCannotLook() {
    // given, when
    Future<Optional<String>> answer =
        waiters.await(
            "colour",
            "red"::equals,
            LONG,
            () -> Future.failedFuture(new IllegalStateException("no view")));
    // then
    assertThatThrownBy(() -> await(answer)).hasMessage("no view");
    assertThat(waiters.waiting()).isZero();
  }

  @Test
  void letsEverybodyGoAtTheEnd() {
    // given
    Future<Optional<String>> answer = wait("red", LONG, "blue");
    // when
    waiters.close();
    // then
    assertThat(await(answer)).isEmpty();
    assertThat(await(wait("red", LONG, "blue"))).isEmpty();
    assertThat(waiters.waiting()).isZero();
  }

  private Future<Optional<String>> wait(String wanted, Duration longest, String present) {
    return waiters.await(
        "colour", wanted::equals, longest, () -> Future.succeededFuture(Optional.of(present)));
  }
}
