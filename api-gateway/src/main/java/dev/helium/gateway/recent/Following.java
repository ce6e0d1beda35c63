package dev.helium.gateway.recent;

import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.gateway.history.EventJson;
import dev.helium.log.Delivery;
import dev.helium.log.EventEntry;
import dev.helium.log.Unreadable;
import dev.helium.wire.EventEnvelope;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;

/**
 * What stands beside events that come in the order of their partitions. Most of it follows from the
 * event of the same workspace before; only where that is not known the view is asked. Used by one
 * reader.
 */
public final class Following {
  /**
   * Names that are remembered, some 300 bytes each: more than live in a house, as finding one of
   * them out again may take reading the log.
   */
  private static final int NAMES = 20_000;

  private final Besides besides;
  private final Map<WorkspaceId, Last> lasts = new NewestNames<>(NAMES);

  public Following(Besides besides) {
    this.besides = besides;
  }

  /**
   * Of an entry that the view shows. Fails when view or log do not answer.
   *
   * @param labels whether they matter; finding them out may take reading the log
   */
  public Future<Beside> of(EventEntry entry, boolean labels) {
    Optional<Beside> known = pass(entry);
    if (known.isPresent() && (known.get().labelled() || !labels)) {
      return Future.succeededFuture(known.get());
    }
    long number = known.map(Beside::number).orElse(EventJson.UNNUMBERED);
    return switch (entry) {
      case Delivery delivery -> ask(delivery, number, labels);
      case Unreadable unreadable ->
          unreadable
              .envelope()
              .map(envelope -> ask(envelope, unreadable.offset(), number, labels))
              .orElseGet(() -> Future.succeededFuture(Beside.NOTHING));
    };
  }

  /** Counts an event that nobody asks about; empty when what stands beside it does not follow. */
  public Optional<Beside> pass(EventEntry entry) {
    return switch (entry) {
      case Delivery delivery -> pass(delivery.record());
      case Unreadable unreadable -> unreadable.envelope().flatMap(this::pass);
    };
  }

  private Optional<Beside> pass(EventRecord record) {
    // Nothing is seen of a workspace before something is decided about it.
    boolean first = record.source() == Source.PROVISIONER && record.sequence() == 1;
    Last last = first ? Last.NONE : lasts.getOrDefault(record.workspace(), Last.UNKNOWN);
    return last.precedes(record.source(), record.sequence())
        ? Optional.of(noted(record.workspace(), last.then(record.source(), record.event())))
        : Optional.empty();
  }

  private Optional<Beside> pass(EventEnvelope envelope) {
    Last last = lasts.getOrDefault(envelope.workspace(), Last.UNKNOWN);
    return last.precedes(envelope.source(), envelope.sequence())
        ? Optional.of(noted(envelope.workspace(), last.then(envelope.source())))
        : Optional.empty();
  }

  private Beside noted(WorkspaceId id, Last newest) {
    lasts.put(id, newest);
    return newest.beside();
  }

  private Future<Beside> ask(Delivery delivery, long number, boolean labels) {
    EventRecord record = delivery.record();
    return besides
        .of(delivery, labels)
        .map(asked -> numbered(asked, number))
        .onSuccess(
            beside -> remember(record.workspace(), record.source(), record.sequence(), beside));
  }

  private Future<Beside> ask(EventEnvelope envelope, long offset, long number, boolean labels) {
    return besides
        .of(envelope.workspace(), offset, labels)
        .map(asked -> numbered(asked, number))
        .onSuccess(
            beside ->
                remember(envelope.workspace(), envelope.source(), envelope.sequence(), beside));
  }

  /** The view does not know the numbers of the oldest events of a long history. */
  private static Beside numbered(Beside asked, long known) {
    return asked.isNumbered() ? asked : asked.numbered(known);
  }

  private void remember(WorkspaceId id, Source source, long sequence, Beside beside) {
    if (beside.isNumbered()) {
      lasts.put(id, Last.of(source, sequence, beside));
    } else {
      lasts.remove(id);
    }
  }

  /**
   * The newest event of a workspace.
   *
   * @param decided the newest sequence of the provisioner's events
   * @param seen the newest sequence of the status watcher's
   */
  private record Last(long decided, long seen, Beside beside) {
    /** Before the first. */
    static final Last NONE = new Last(0, 0, Beside.NOTHING);

    /** Of which nothing follows. */
    static final Last UNKNOWN = new Last(-2, -2, Beside.NOTHING);

    static Last of(Source source, long sequence, Beside beside) {
      long others = beside.number() - sequence;
      return switch (source) {
        case PROVISIONER -> new Last(sequence, others, beside);
        case STATUS_WATCHER -> new Last(others, sequence, beside);
      };
    }

    boolean precedes(Source source, long sequence) {
      return switch (source) {
        case PROVISIONER -> sequence == decided + 1;
        case STATUS_WATCHER -> sequence == seen + 1;
      };
    }

    Last then(Source source, Event event) {
      Last next = then(source);
      return new Last(next.decided, next.seen, next.beside.after(event));
    }

    Last then(Source source) {
      Beside next = beside.numbered(decided + seen + 1);
      return switch (source) {
        case PROVISIONER -> new Last(decided + 1, seen, next);
        case STATUS_WATCHER -> new Last(decided, seen + 1, next);
      };
    }
  }
}
