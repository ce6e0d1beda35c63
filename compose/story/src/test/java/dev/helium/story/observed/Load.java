package dev.helium.story.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.story.StoryClient;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/** What people do, and what they do wrong. */
final class Load implements AutoCloseable {
  static final String FAILING = "image: registry.example/image-pull-fails:1\n";

  private static final Duration LONGEST = Duration.ofMinutes(4);
  private static final Duration INTERVAL = Duration.ofMillis(250);
  private static final int AT_ONCE = 40;

  /** So many reads take an event loop longer than one of them may take, on a fast machine, too. */
  private static final int TOGETHER = 400;

  /** No fewer than a crowd keeps, so that the first of them are there after one call. */
  private static final int MORE = 52;

  private final StoryClient client;
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Semaphore readers = new Semaphore(TOGETHER);
  private int asked;

  Load(StoryClient client) {
    this.client = client;
  }

  static List<String> names(String prefix, int from, int until) {
    return IntStream.range(from, until).mapToObj(number -> prefix + "-" + number).toList();
  }

  void create(String name) {
    assertThat(client.create(Map.of("name", name)).status()).isEqualTo(202);
  }

  void create(String name, String values) {
    assertThat(client.createWithValues(Map.of("name", name), values).status()).isEqualTo(202);
  }

  /** More of a crowd at once, faster than they can be made, until there are so many of it. */
  void createMoreUpTo(String prefix, int most) {
    List<String> more = names(prefix, asked, Math.min(most, asked + MORE));
    asked += more.size();
    more.stream()
        .map(name -> CompletableFuture.runAsync(() -> create(name), people))
        .toList()
        .forEach(CompletableFuture::join);
  }

  /** Deletes the rest of a crowd, and returns when it is gone. */
  void deleteBeyond(String prefix, int kept) {
    List<String> rest = names(prefix, kept, asked);
    delete(rest);
    untilGone(rest);
  }

  void delete(Collection<String> names) {
    names.forEach(name -> assertThat(client.delete(name).status()).isEqualTo(202));
  }

  /** Lets them end at one instant, which is near. */
  Instant endSoon(Collection<String> names) {
    Instant end = Instant.now().plusSeconds(15).truncatedTo(ChronoUnit.SECONDS);
    names.forEach(
        name ->
            assertThat(
                    client
                        .act(name, "shorten", Map.of("expiry", end.toString(), "why", "it is told"))
                        .status())
                .as(name)
                .isEqualTo(202));
    return end;
  }

  void askForWhatIsRefused() {
    assertThat(client.create(Map.of("name", "No Name")).status()).isEqualTo(422);
    assertThat(client.get("nobody").status()).isEqualTo(404);
    // While those who decide begin again, it is only taken on.
    until("nobody is refused", () -> client.act("nobody", "retry").status() == 404);
  }

  void signInWithAWrongToken(int times) {
    try (StoryClient stranger = client.withToken("wrong")) {
      for (int time = 0; time < times; time++) {
        assertThat(stranger.list().status()).isIn(401, 429);
      }
    }
  }

  /** Asks without waiting for an answer, which may come late or never. */
  void askMeanwhile(Runnable request) {
    askMeanwhile(places, request);
  }

  private void askMeanwhile(Semaphore free, Runnable request) {
    if (free.tryAcquire()) {
      people.execute(
          () -> {
            try {
              request.run();
            } catch (RuntimeException unanswered) {
              System.out.println("Unanswered, as may be: " + unanswered);
            } finally {
              free.release();
            }
          });
    }
  }

  void readHistories(Collection<String> names) {
    names.forEach(name -> askMeanwhile(() -> client.get(name + "/events")));
  }

  /** As many as may read these workspaces at once, without waiting for the answers. */
  void readTogether(List<String> names) {
    for (int reader = 0; reader < TOGETHER; reader++) {
      String name = names.get(reader % names.size());
      askMeanwhile(readers, () -> client.get(name));
    }
  }

  void createMeanwhile(String name) {
    askMeanwhile(() -> client.create(Map.of("name", name)));
  }

  void until(String status, Collection<String> names) {
    names.forEach(
        name ->
            until(name + " is " + status, () -> client.get(name).text("Status").equals(status)));
  }

  void untilGone(Collection<String> names) {
    names.forEach(name -> until(name + " is gone", () -> client.get(name).status() == 404));
  }

  private static void until(String what, Callable<Boolean> condition) {
    await(what).atMost(LONGEST).pollInterval(INTERVAL).until(condition);
  }

  @Override
  public void close() {
    people.shutdownNow();
  }
}
