package dev.helium.gateway.recent;

import dev.helium.domain.Event;
import dev.helium.gateway.history.EventJson;
import java.util.Map;
import java.util.Objects;

/**
 * What is known of an event and does not stand in it.
 *
 * @param owner who made the workspace in the life that it was in then; empty before the first
 * @param backend of that life, likewise
 * @param labels that it had then; none where they are not known
 * @param labelled whether its labels are known
 * @param number its place among all events of its workspace; {@link EventJson#UNNUMBERED} when that
 *     is not known
 */
public record Beside(
    String owner, String backend, Map<String, String> labels, boolean labelled, long number) {
  /** Of an event before the first life of its name. */
  public static final Beside NOTHING = new Beside("", "", Map.of(), true, EventJson.UNNUMBERED);

  public Beside {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(backend, "backend");
    labels = Map.copyOf(labels);
  }

  static Beside of(Event.Created birth, long number) {
    return new Beside(
        birth.createdBy(), birth.spec().backend(), birth.spec().labels(), true, number);
  }

  boolean isNumbered() {
    return number != EventJson.UNNUMBERED;
  }

  Beside numbered(long other) {
    return new Beside(owner, backend, labels, labelled, other);
  }

  Beside labelled(Map<String, String> others) {
    return new Beside(owner, backend, others, true, number);
  }

  /** What an event changes of it. */
  Beside after(Event event) {
    return switch (event) {
      case Event.Created birth -> of(birth, number);
      case Event.Updated updated -> labelled(updated.spec().labels());
      case Event ignored -> this;
    };
  }
}
