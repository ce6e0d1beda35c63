package dev.helium.story;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.Predicate;

/** What a client does who asks until it likes the answer. */
final class Waiting {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration INTERVAL = Duration.ofMillis(50);

  private final StoryClient client;

  Waiting(StoryClient client) {
    this.client = client;
  }

  Answer untilReady(String name) {
    return until(name, "ready", answer -> answer.text("Status").equals("ready"));
  }

  void untilGone(String name) {
    until(name, "gone", answer -> answer.status() == 404);
  }

  Answer until(String name, String what, Predicate<Answer> condition) {
    return await(name + " to be " + what)
        .atMost(LIMIT)
        .pollDelay(Duration.ZERO)
        .pollInterval(INTERVAL)
        .until(() -> client.get(name), condition);
  }
}
