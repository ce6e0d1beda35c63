package dev.helium.gateway.recent;

import dev.helium.domain.Event;
import dev.helium.log.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lives of a name, and the labels it had in them, as far as its events were read.
 *
 * @param upTo the place of the newest that was read; -1 before the first
 * @param turns in the order of the log
 */
record Lives(long upTo, List<Turn> turns) {
  /** Nothing was read. */
  static final Lives NONE = new Lives(-1, List.of());

  Lives {
    turns = List.copyOf(turns);
  }

  /** Where a life began or got other labels, and what holds from there on. */
  record Turn(long offset, Beside beside) {}

  /** Whether all that matters to an event was read. */
  boolean cover(long offset) {
    return offset <= upTo;
  }

  /** The life that an event is part of; empty before the first that is known. */
  Optional<Beside> at(long offset) {
    return turns.reversed().stream()
        .filter(turn -> turn.offset() <= offset)
        .map(Turn::beside)
        .findFirst();
  }

  /** With the events that follow. */
  Lives with(List<Delivery> following, long last) {
    List<Turn> all = new ArrayList<>(turns);
    Beside now = all.isEmpty() ? Beside.NOTHING : all.getLast().beside();
    for (Delivery delivery : following) {
      Event event = delivery.record().event();
      // Of labels without a life before them nobody knows whose they are.
      if (event instanceof Event.Created || (event instanceof Event.Updated && !all.isEmpty())) {
        now = now.after(event);
        all.add(new Turn(delivery.offset(), now));
      }
    }
    return new Lives(last, all);
  }
}
