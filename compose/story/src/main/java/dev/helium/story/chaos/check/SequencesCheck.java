package dev.helium.story.chaos.check;

import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.story.EventHistory;
import dev.helium.story.chaos.journal.Logged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Numbers follow each other, ids are there once, and no owner that was replaced wrote again. */
final class SequencesCheck implements Check {
  @Override
  public List<Finding> examine(Evidence evidence) {
    List<Logged<EventRecord>> events = evidence.journal().events();
    return List.of(
        gaps(evidence.journal().byWorkspace()),
        ids(events),
        fences(evidence.journal().lifecycle().toList()));
  }

  private static Finding gaps(Map<String, List<Logged<EventRecord>>> byWorkspace) {
    List<String> breaches = new ArrayList<>();
    int checked = 0;
    for (var workspace : byWorkspace.entrySet()) {
      for (Source source : Source.values()) {
        List<Long> numbers =
            workspace.getValue().stream()
                .filter(event -> event.value().source() == source)
                .map(event -> event.value().sequence())
                .toList();
        checked++;
        if (!numbers.equals(EventHistory.upTo(numbers.size()))) {
          breaches.add(
              "%s of %s: %s".formatted(source.word(), workspace.getKey(), broken(numbers)));
        }
      }
      if (workspace.getValue().stream().map(Logged::partition).distinct().count() > 1) {
        breaches.add("%s is in more than one partition".formatted(workspace.getKey()));
      }
    }
    return new Finding(checked, "sequences of a workspace and a source are free of gaps", breaches);
  }

  private static String broken(List<Long> numbers) {
    for (int index = 0; index < numbers.size(); index++) {
      if (numbers.get(index) != index + 1) {
        return "at place %d stands number %d".formatted(index + 1, numbers.get(index));
      }
    }
    return "";
  }

  private static Finding ids(List<Logged<EventRecord>> events) {
    Set<String> seen = new HashSet<>();
    List<String> breaches =
        events.stream()
            .map(event -> event.value().id())
            .filter(id -> !seen.add(id))
            .map(id -> "event %s is there more than once".formatted(id))
            .toList();
    return new Finding(events.size(), "events have an id of their own", breaches);
  }

  private static Finding fences(List<Logged<EventRecord>> events) {
    Map<Integer, Long> newest = new HashMap<>();
    List<String> breaches = new ArrayList<>();
    long fenced = 0;
    for (Logged<EventRecord> event : events) {
      OptionalLong fence = event.fence();
      if (fence.isEmpty()) {
        continue;
      }
      fenced++;
      long before = newest.getOrDefault(event.partition(), 0L);
      if (fence.getAsLong() < before) {
        breaches.add(
            "event %s was written with fence %d after %d"
                .formatted(event.value().id(), fence.getAsLong(), before));
      }
      newest.put(event.partition(), Math.max(before, fence.getAsLong()));
    }
    return new Finding(fenced, "events were written by the owner of that moment", breaches);
  }
}
