package dev.helium.log;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;

/**
 * Reads the events again from any place on, page by page, for whoever comes late.
 *
 * <p>At most {@value #AT_ONCE} questions are answered at once and {@value #MOST} are taken on; the
 * rest is refused. Every answer fails with a {@link LogUnavailableException} when the log does not
 * give it within 10 s.
 */
public final class EventPages {
  private static final int AT_ONCE = 4;
  private static final int MOST = 256;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final ReaderPool<PageReader> readers;

  public EventPages(Vertx vertx, LogSettings settings) {
    this.readers =
        new ReaderPool<>(
            vertx, "event-pages", AT_ONCE, MOST, LONGEST, () -> new PageReader(settings));
  }

  /**
   * The next entries of some partitions, at most {@value PageReader#MOST_ENTRIES}; none only when
   * there are none before {@code until}. Fails with an {@link EventsGoneException} when there is
   * nothing at an offset that is read from.
   *
   * @param from the offset to begin at, for each partition that is read
   * @param until the offset that is far enough, for each of them
   */
  public Future<EventPage> read(Map<Integer, Long> from, Map<Integer, Long> until) {
    Map<Integer, Long> beginning = Map.copyOf(from);
    Map<Integer, Long> end = Map.copyOf(until);
    return readers.use((reader, deadline) -> reader.read(beginning, end, deadline));
  }

  public Future<EventBounds> bounds() {
    return readers.use((reader, deadline) -> reader.bounds(deadline));
  }

  /** Those that were refused because too many were taken on. From any thread. */
  public long refused() {
    return readers.refused();
  }

  /** Ends after the questions under way. */
  public Future<Void> close() {
    return readers.close();
  }
}
