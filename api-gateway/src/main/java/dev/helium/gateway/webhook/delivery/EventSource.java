package dev.helium.gateway.webhook.delivery;

import dev.helium.domain.WorkspaceId;
import dev.helium.domain.webhook.EventFilter;
import dev.helium.gateway.recent.Besides;
import dev.helium.gateway.recent.KeptStretch;
import dev.helium.gateway.recent.RecentEvents;
import dev.helium.gateway.recent.Telling;
import dev.helium.gateway.recent.ToldEvent;
import dev.helium.log.EventArchive;
import dev.helium.log.LogUnavailableException;
import dev.helium.log.Partitions;
import dev.helium.log.Stretch;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Events for webhooks: of the newest those that are kept for all, older ones are read again. What
 * the view does not show yet is not there. Safe for any thread.
 */
final class EventSource {
  private final RecentEvents recent;
  private final EventArchive archive;
  private final Besides besides;
  private final Filtering filtering;
  private final Telling telling = new Telling();

  EventSource(RecentEvents recent, EventArchive archive, Besides besides, Filtering filtering) {
    this.recent = recent;
    this.archive = archive;
    this.besides = besides;
    this.filtering = filtering;
  }

  /** What a filter lets pass of a stretch, and the offset to go on at. */
  record Looked(List<FoundEvent> events, long next) {
    Looked {
      events = List.copyOf(events);
    }
  }

  /** The first offset of a partition that is not there yet. */
  long next(int partition) {
    return recent.newest().position().next(partition);
  }

  /**
   * Looks through what follows an offset. Fails when the log does not answer.
   *
   * @param most events that are looked at
   */
  Future<Looked> look(EventFilter filter, int partition, long from, int most) {
    Optional<KeptStretch> kept = recent.from(partition, from, most, filter.asksForLabels());
    if (kept.isPresent()) {
      return Future.succeededFuture(
          new Looked(
              kept.get().events().stream()
                  .filter(event -> Filtering.matches(filter, event))
                  .map(FoundEvent::of)
                  .toList(),
              kept.get().next()));
    }
    return archive
        .stretch(partition, from, most)
        .map(stretch -> upTo(stretch, next(partition)))
        .compose(
            stretch ->
                filtering
                    .matching(filter, stretch.events())
                    .map(
                        events ->
                            new Looked(
                                events.stream().map(FoundEvent::of).toList(), stretch.next())));
  }

  /**
   * The event at a place; empty when it cannot be read. Fails when the log does not answer.
   *
   * @param labels whether they matter
   */
  Future<Optional<ToldEvent>> find(WorkspaceId workspace, long offset, boolean labels) {
    int partition = Partitions.of(workspace);
    Optional<ToldEvent> kept =
        recent.find(partition, offset).filter(event -> event.beside().labelled() || !labels);
    if (kept.isPresent()) {
      return Future.succeededFuture(kept);
    }
    if (offset >= next(partition)) {
      // It was found by another gateway, whose view was ahead of this one's.
      return Future.failedFuture(
          new LogUnavailableException("the view does not show the event yet"));
    }
    return archive
        .read(workspace, List.of(offset))
        .compose(
            events ->
                events.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : besides
                        .of(events.getFirst(), labels)
                        .map(beside -> Optional.of(telling.of(events.getFirst(), beside))));
  }

  private static Stretch upTo(Stretch stretch, long end) {
    return new Stretch(
        stretch.events().stream().filter(event -> event.offset() < end).toList(),
        Math.min(stretch.next(), end));
  }
}
