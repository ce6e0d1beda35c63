package dev.helium.story.chaos;

import dev.helium.domain.WorkspaceView;
import dev.helium.story.Answer;
import dev.helium.story.StoryClient;
import dev.helium.story.chaos.check.Ledger;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks the API for all there is, once it has had the time to read the log. */
final class Witness {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration INTERVAL = Duration.ofMillis(300);
  private static final int UNAVAILABLE = 503;

  private final StoryClient client;
  private final List<String> names;
  private final CountDownLatch never = new CountDownLatch(1);

  Witness(StoryClient client, List<String> names) {
    this.client = client;
    this.names = List.copyOf(names);
  }

  /** The answer for each name; as they are at the limit when the API does not come that far. */
  Map<String, Answer> tell(Map<String, WorkspaceView> views) throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      Map<String, Answer> told = new TreeMap<>();
      for (String name : names) {
        told.put(name, ask(() -> client.get(name), deadline));
      }
      boolean current =
          told.entrySet().stream()
              .allMatch(
                  answer ->
                      isCurrent(
                          Optional.ofNullable(views.get(answer.getKey())), answer.getValue()));
      if (current || System.nanoTime() > deadline) {
        return told;
      }
      pause();
    }
  }

  /** The answer for each owner; as it is at the limit when the ledger does not come that far. */
  Map<String, Answer> claimed(Set<String> owners, Ledger ledger) throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    Map<String, Answer> claimed = new TreeMap<>();
    for (String owner : owners) {
      Answer answer = ask(() -> client.quotas(owner), deadline);
      while (ledger.difference(owner, answer).isPresent() && System.nanoTime() < deadline) {
        pause();
        answer = ask(() -> client.quotas(owner), deadline);
      }
      claimed.put(owner, answer);
    }
    return claimed;
  }

  List<String> list() throws InterruptedException {
    return ask(client::list, System.nanoTime() + LIMIT.toNanos()).names();
  }

  private Answer ask(Supplier<Answer> question, long deadline) throws InterruptedException {
    while (true) {
      try {
        Answer answer = question.get();
        if (answer.status() != UNAVAILABLE || System.nanoTime() > deadline) {
          return answer;
        }
      } catch (UncheckedIOException lost) {
        if (System.nanoTime() > deadline) {
          throw lost;
        }
      }
      pause();
    }
  }

  private static boolean isCurrent(Optional<WorkspaceView> view, Answer answer) {
    boolean living = view.isPresent() && view.get().workspace().exists();
    return living
        ? answer.text("LastUpdated").equals(view.get().changedAt().toString())
        : answer.status() == 404;
  }

  private void pause() throws InterruptedException {
    // Nobody counts it down: the way to wait for a while.
    boolean _ = never.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }
}
