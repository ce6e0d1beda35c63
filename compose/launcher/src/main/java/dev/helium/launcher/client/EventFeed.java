package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.launcher.console.UserException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The events as they happen. A connection that breaks is opened again where it was, so that nothing
 * is missing and nothing comes twice; whoever listens is told.
 */
public final class EventFeed implements AutoCloseable {
  /** Three times as long as a server is silent. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(45);

  private static final int MOST_FAILURES = 10;
  private static final long LONGEST_PAUSE_MILLISECONDS = 10_000;

  private final ApiConnection client;
  private final String query;
  private final Consumer<String> news;
  private final ObjectMapper json = new ObjectMapper();
  private StreamReader reader;
  private String last = "";
  private long pause = 1_000;
  private int failures;

  /**
   * Opens the stream; a refusal is a {@link ProblemException}.
   *
   * @param query what is wanted, as the API takes it; may be empty
   * @param news told of each interruption, in a sentence
   */
  EventFeed(ApiConnection client, String query, Consumer<String> news) {
    this.client = client;
    this.query = query;
    this.news = news;
    this.reader = new StreamReader(client.stream(query, last));
  }

  /**
   * Hands over each event until the listener has heard enough.
   *
   * @param listener answers whether to go on
   * @return false when the listener had not heard enough within the limit
   * @throws UserException when the stream was lost and cannot be opened again
   */
  public boolean follow(Duration limit, Predicate<PastEvent> listener) {
    long begun = System.nanoTime();
    try {
      while (true) {
        Duration left = limit.minusNanos(System.nanoTime() - begun);
        if (left.isNegative()) {
          return false;
        }
        Duration wait = left.compareTo(LONGEST_SILENCE) < 0 ? left : LONGEST_SILENCE;
        Optional<StreamBlock> block = reader.next(wait);
        if (block.isPresent()) {
          if (!take(block.get(), listener)) {
            return true;
          }
        } else if (reader.hasEnded() || wait.equals(LONGEST_SILENCE)) {
          openAgain();
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UserException("Interrupted.", interrupted);
    }
  }

  @Override
  public void close() {
    reader.close();
  }

  private boolean take(StreamBlock block, Predicate<PastEvent> listener) {
    failures = 0;
    boolean goesOn = block.data().isEmpty() || listener.test(event(block.data()));
    if (!block.id().isEmpty()) {
      last = block.id();
    }
    if (block.retry() > 0) {
      pause = Math.min(LONGEST_PAUSE_MILLISECONDS, block.retry());
    }
    return goesOn;
  }

  private PastEvent event(String data) {
    try {
      return PastEvent.of(json.readTree(data));
    } catch (IOException notJson) {
      throw new UserException("The stream of events holds something that is no event.", notJson);
    }
  }

  private void openAgain() throws InterruptedException {
    reader.close();
    if (failures == 0) {
      news.accept("The stream of events was interrupted and is opened again.");
    }
    while (true) {
      // Nobody counts it down: the way to wait for a while.
      boolean _ = new CountDownLatch(1).await(pause, TimeUnit.MILLISECONDS);
      try {
        failures++;
        reader = new StreamReader(client.stream(query, last));
        return;
      } catch (UserException failure) {
        if (failures >= MOST_FAILURES || isFinal(failure)) {
          throw failure;
        }
      }
    }
  }

  /** What the server will say again however often it is asked. */
  private static boolean isFinal(UserException failure) {
    return failure instanceof ProblemException refusal
        && refusal.problem().status() < 500
        && refusal.problem().status() != 429;
  }
}
