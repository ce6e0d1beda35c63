package dev.helium.pages.follow;

import dev.helium.pages.read.EventView;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An event in plain words.
 *
 * @param tone good, busy, warn, bad or idle
 * @param at an instant that ends the sentence
 * @param detail in the words of somebody, or of a machine; may be empty
 */
public record EventLine(
    long number,
    Optional<Instant> time,
    String type,
    String tone,
    String what,
    Optional<Instant> at,
    String detail) {
  public EventLine {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(tone, "tone");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(detail, "detail");
  }

  static EventLine of(EventView event) {
    EventWords words = EventWords.of(event);
    return new EventLine(
        event.number(),
        event.time(),
        event.type(),
        words.tone(),
        words.what(),
        words.at(),
        words.detail());
  }
}
