package dev.helium.gateway.stream;

import dev.helium.gateway.recent.KeptEvent;
import dev.helium.gateway.recent.RecentEvents;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may want which events: most follow one workspace, and looking at all of them for each event
 * was a half of the work of a gateway with thousands. For the thread of one context.
 */
final class Interests {
  /** Those who leave open which workspace, or have a position of their own. */
  private final Set<Subscriber> always = new LinkedHashSet<>();

  private final Map<String, Set<Subscriber>> byWorkspace = new HashMap<>();
  private final Set<Subscriber> all = new LinkedHashSet<>();

  void add(Subscriber subscriber) {
    all.add(subscriber);
    Set<String> workspaces = subscriber.filter().workspaces();
    workspaces.forEach(
        workspace ->
            byWorkspace
                .computeIfAbsent(workspace, ignored -> new LinkedHashSet<>())
                .add(subscriber));
    if (workspaces.isEmpty() || subscriber.isApart()) {
      always.add(subscriber);
    }
  }

  void remove(Subscriber subscriber) {
    all.remove(subscriber);
    always.remove(subscriber);
    for (String workspace : subscriber.filter().workspaces()) {
      byWorkspace.computeIfPresent(
          workspace,
          (ignored, interested) -> {
            interested.remove(subscriber);
            return interested.isEmpty() ? null : interested;
          });
    }
  }

  /** Whoever may want one of the events between two indices; everybody when one is kept no more. */
  Set<Subscriber> between(RecentEvents recent, long from, long to) {
    always.removeIf(each -> !each.isApart() && !each.filter().workspaces().isEmpty());
    Set<Subscriber> interested = new LinkedHashSet<>(always);
    for (long index = from; index < to; index++) {
      Optional<KeptEvent> kept = recent.at(index);
      if (kept.isEmpty()) {
        return new LinkedHashSet<>(all);
      }
      interested.addAll(byWorkspace.getOrDefault(kept.get().event().workspace(), Set.of()));
    }
    return interested;
  }
}
