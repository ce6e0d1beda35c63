package dev.helium.story.chaos.user;

import dev.helium.story.StoryClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Several people at once, each busy with one request at a time. */
public final class Users {
  private static final int USERS = 4;
  private static final int NAMES = 12;

  private final CountDownLatch stopping = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();
  private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final StoryClient client;
  private final Abilities abilities;

  public Users(StoryClient client, Abilities abilities) {
    this.client = client;
    this.abilities = abilities;
  }

  /** The names that workspaces get. */
  public static List<String> names() {
    return IntStream.rangeClosed(1, NAMES).mapToObj("chaos-%02d"::formatted).toList();
  }

  /** Lets them begin; what each of them wants follows from the seed. */
  public void start(long seed, InstantSource clock) {
    Random seeds = new Random(seed);
    for (int number = 1; number <= USERS; number++) {
      String name = "user-" + number;
      Requests requests = new Requests(new Random(seeds.nextLong()), name, names(), clock);
      threads.add(Thread.ofPlatform().name(name).start(() -> live(requests)));
    }
  }

  /** Lets each of them finish what it is about, which takes minutes at worst. */
  public void stop() throws InterruptedException {
    stopping.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    if (!failures.isEmpty()) {
      throw new IllegalStateException("a user has failed", failures.peek());
    }
  }

  /** What was asked and answered so far. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  private void live(Requests requests) {
    try {
      do {
        Request request = requests.next();
        boolean again = requests.again();
        if (abilities.offered().contains(request.operation())) {
          asked.add(new Asking(client, request).ask(again));
        }
      } while (!stopping.await(requests.pause().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      failures.add(failure);
    }
  }
}
