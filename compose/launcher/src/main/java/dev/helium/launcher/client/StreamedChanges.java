package dev.helium.launcher.client;

import dev.helium.launcher.console.UserException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Asks whenever the stream of events says that something has happened. */
public final class StreamedChanges implements WorkspaceChanges {
  private final HeliumClient client;
  private final WorkspaceChanges otherwise;
  private final Consumer<String> news;

  /**
   * @param otherwise follows the workspace where there is no stream
   * @param news told when that is so, and of each interruption
   */
  public StreamedChanges(HeliumClient client, WorkspaceChanges otherwise, Consumer<String> news) {
    this.client = client;
    this.otherwise = otherwise;
    this.news = news;
  }

  @Override
  public boolean follow(
      String name, Duration limit, Predicate<Optional<Answer<WorkspaceState>>> listener) {
    long begun = System.nanoTime();
    Changes changes = new Changes(name, listener);
    // Opened before the first question, so that nothing happens in between unheard.
    try (EventFeed feed = client.feed(name, news)) {
      return !changes.goOn() || feed.follow(limit, ignored -> changes.goOn());
    } catch (ProblemException lost) {
      if (changes.isRefused() || isAboutWhoAsks(lost)) {
        throw lost;
      }
      news.accept(
          "There is no stream of events, so it is asked again and again: " + lost.getMessage());
      return otherwise.follow(
          name,
          limit.minusNanos(System.nanoTime() - begun),
          found -> changes.isNothingNew(found) || changes.tell(found));
    }
  }

  private static boolean isAboutWhoAsks(ProblemException refusal) {
    int status = refusal.problem().status();
    return status == 401 || status == 403;
  }

  /** What the listener has been told. */
  private final class Changes {
    private final String name;
    private final Predicate<Optional<Answer<WorkspaceState>>> listener;
    private final AtomicReference<Optional<Answer<WorkspaceState>>> before =
        new AtomicReference<>();
    private boolean refused;

    Changes(String name, Predicate<Optional<Answer<WorkspaceState>>> listener) {
      this.name = name;
      this.listener = listener;
    }

    boolean goOn() {
      Optional<Answer<WorkspaceState>> now = client.find(name);
      return isNothingNew(now) || tell(now);
    }

    boolean isNothingNew(Optional<Answer<WorkspaceState>> now) {
      return now.equals(before.get());
    }

    boolean tell(Optional<Answer<WorkspaceState>> now) {
      before.set(now);
      try {
        return listener.test(now);
      } catch (UserException refusal) {
        refused = true;
        throw refusal;
      }
    }

    /** Whether it is the listener that does not want to go on. */
    boolean isRefused() {
      return refused;
    }
  }
}
