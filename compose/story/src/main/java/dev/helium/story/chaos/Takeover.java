package dev.helium.story.chaos;

import dev.helium.domain.EventRecord;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Workspace;
import dev.helium.story.chaos.fault.Struck;
import dev.helium.story.chaos.journal.Journal;
import dev.helium.story.chaos.journal.Logged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Work that was under way when its owner was hit, and went on with another one.
 *
 * @param alone whether nothing else was hit at that moment
 * @param took from the blow to the next event of the workspace
 */
public record Takeover(int fault, boolean alone, String workspace, Duration took) {

  /** Those that a fault made necessary and that have happened by now. */
  public static List<Takeover> after(Struck struck, Journal journal) {
    if (!struck.fault().hitsAProvisioner()) {
      return List.of();
    }
    Map<Integer, Long> fences = fencesAt(struck.at(), journal);
    List<Takeover> takeovers = new ArrayList<>();
    journal
        .viewsAt(struck.at())
        .forEach(
            (name, view) -> {
              if (isUnderWay(view.workspace(), struck.at())) {
                next(name, struck.at(), journal)
                    .filter(event -> isByAnother(event, fences))
                    .map(event -> Duration.between(struck.at(), event.value().time()))
                    .map(took -> new Takeover(struck.number(), isAlone(struck), name, took))
                    .ifPresent(takeovers::add);
              }
            });
    return takeovers;
  }

  private static boolean isAlone(Struck struck) {
    return struck.fault().blows().size() == 1;
  }

  private static boolean isUnderWay(Workspace workspace, Instant at) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Provisioning provisioning -> !provisioning.notBefore().isAfter(at);
      case Lifecycle.Destroying destroying -> !destroying.notBefore().isAfter(at);
      case Lifecycle ignored -> false;
    };
  }

  private static Optional<Logged<EventRecord>> next(String name, Instant at, Journal journal) {
    return journal
        .lifecycle()
        .filter(event -> event.value().workspace().value().equals(name))
        .filter(event -> event.value().time().isAfter(at))
        .findFirst();
  }

  /** The owner of a partition is told by its fence, which grows with every change. */
  private static boolean isByAnother(Logged<EventRecord> event, Map<Integer, Long> fences) {
    return event.fence().isPresent()
        && event.fence().getAsLong() > fences.getOrDefault(event.partition(), 0L);
  }

  private static Map<Integer, Long> fencesAt(Instant at, Journal journal) {
    Map<Integer, Long> fences = new HashMap<>();
    journal
        .lifecycle()
        .filter(event -> !event.value().time().isAfter(at))
        .forEach(
            event ->
                event
                    .fence()
                    .ifPresent(fence -> fences.merge(event.partition(), fence, Math::max)));
    return fences;
  }
}
