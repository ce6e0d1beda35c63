package dev.helium.log;

import dev.helium.domain.WorkspaceId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Reads events again: those of one workspace, from where they are known to stand in the log, or
 * what stands in a partition.
 *
 * <p>At most {@value #AT_ONCE} reads go on at once and {@value #MOST} are taken on; the rest is
 * refused.
 */
public final class EventArchive {
  private static final int AT_ONCE = 4;
  private static final int MOST = 64;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final ReaderPool<ArchiveReader> readers;

  public EventArchive(Vertx vertx, LogSettings settings) {
    this(vertx, settings, "event-archive");
  }

  /**
   * @param name of the threads, shared with whoever uses the same
   */
  public EventArchive(Vertx vertx, LogSettings settings, String name) {
    this.readers =
        new ReaderPool<>(vertx, name, AT_ONCE, MOST, LONGEST, () -> new ArchiveReader(settings));
  }

  /**
   * The events at these offsets, in order; what is not an event of the workspace there, or cannot
   * be read, is left out. Fails with a {@link LogUnavailableException} when the log does not answer
   * within 10 s or too many ask.
   *
   * @param offsets rising
   */
  public Future<List<Delivery>> read(WorkspaceId id, List<Long> offsets) {
    if (offsets.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    List<Long> wanted = List.copyOf(offsets);
    return readers.use((reader, deadline) -> reader.read(id, wanted, deadline));
  }

  /**
   * What stands in a partition from an offset on, in order, as far as it goes now. Fails like
   * {@link #read}.
   *
   * @param most events
   */
  public Future<Stretch> stretch(int partition, long from, int most) {
    return readers.use((reader, deadline) -> reader.stretch(partition, from, most, deadline));
  }

  /**
   * The first offset of each partition that was written at an instant or later; where there is none
   * yet, the next one. Fails like {@link #read}.
   */
  public Future<Map<Integer, Long>> firstAt(Instant instant) {
    return readers.use((reader, deadline) -> reader.firstAt(instant));
  }

  /** Those that were refused because too many were taken on. From any thread. */
  public long refused() {
    return readers.refused();
  }

  /** Ends after the reads under way. */
  public Future<Void> close() {
    return readers.close();
  }
}
