package dev.helium.story.chaos.journal;

import dev.helium.domain.Command;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that is in the log, each topic in the order of its partitions' offsets.
 *
 * @param deadLetters how many records were put aside
 * @param unreadable what cannot be read here, one sentence each
 */
public record Journal(
    List<Logged<Command>> commands,
    List<Logged<EventRecord>> events,
    long deadLetters,
    List<String> unreadable) {
  public Journal {
    commands = List.copyOf(commands);
    events = List.copyOf(events);
    unreadable = List.copyOf(unreadable);
  }

  /** What the events make of each name, in the order of names. */
  public Map<String, WorkspaceView> views() {
    return fold(events.stream());
  }

  /** What the events made of each name until then. */
  public Map<String, WorkspaceView> viewsAt(Instant instant) {
    return fold(events.stream().filter(event -> !event.value().time().isAfter(instant)));
  }

  /** The events of each name, in the order of the log. */
  public Map<String, List<Logged<EventRecord>>> byWorkspace() {
    Map<String, List<Logged<EventRecord>>> all = new TreeMap<>();
    events.forEach(
        event ->
            all.computeIfAbsent(event.value().workspace().value(), ignored -> new ArrayList<>())
                .add(event));
    return all;
  }

  /** What was decided, or came of it. */
  public Stream<Logged<EventRecord>> lifecycle() {
    return events.stream().filter(event -> event.value().source() == Source.PROVISIONER);
  }

  private static Map<String, WorkspaceView> fold(Stream<Logged<EventRecord>> events) {
    Map<String, WorkspaceView> views = new TreeMap<>();
    events
        .map(Logged::value)
        .forEach(
            event ->
                views.merge(
                    event.workspace().value(),
                    WorkspaceView.absent(event.workspace()).apply(event),
                    (known, ignored) -> known.apply(event)));
    return views;
  }
}
