package dev.helium.story.chaos.user;

import dev.helium.story.Answer;
import dev.helium.story.StoryClient;
import dev.helium.story.chaos.user.Asked.Verdict;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sends one request, under the same key, until its outcome is known. */
final class Asking {
  /** Longer than any outage that is made here. */
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private static final Duration PAUSE = Duration.ofMillis(400);
  private static final int FAULT = 500;

  private final StoryClient client;
  private final Request request;
  private final CountDownLatch never = new CountDownLatch(1);
  private int sent;
  private int faults;

  Asking(StoryClient client, Request request) {
    this.client = client;
    this.request = request;
  }

  /**
   * @param again whether it is sent once more when it has been answered
   */
  Asked ask(boolean again) throws InterruptedException {
    Optional<Verdict> answer = untilAnswered();
    int needed = sent;
    Optional<Verdict> second = again && answer.isPresent() ? untilAnswered() : Optional.empty();
    return new Asked(
        request.operation(), request.person(), request.name(), needed, answer, second, faults);
  }

  private Optional<Verdict> untilAnswered() throws InterruptedException {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    Optional<Verdict> answer = once();
    while (answer.isEmpty() && System.nanoTime() < deadline) {
      // Nobody counts it down: the way to wait for a while.
      boolean _ = never.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      answer = once();
    }
    return answer;
  }

  private Optional<Verdict> once() {
    sent++;
    try {
      return verdict(request.send(client));
    } catch (UncheckedIOException lost) {
      return Optional.empty();
    }
  }

  private Optional<Verdict> verdict(Answer answer) {
    return switch (answer.status()) {
      case 200, 202 ->
          answer.text("Status").equals("pending")
              ? Optional.empty()
              : Optional.of(Verdict.ACCEPTED);
      case 404 -> Optional.of(Verdict.UNKNOWN);
      case 409 -> Optional.of(Verdict.CONFLICT);
      case 422 -> Optional.of(Verdict.INVALID);
      case 408, 429, 503 -> Optional.empty();
      case FAULT -> {
        faults++;
        yield Optional.empty();
      }
      default ->
          throw new IllegalStateException(
              "%s was answered with %d".formatted(request, answer.status()));
    };
  }
}
