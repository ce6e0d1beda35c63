package dev.helium.story.chaos.check;

import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.WorkspaceView;
import dev.helium.story.chaos.journal.Logged;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each life that was ended has its receipt, and only one. */
final class LivesCheck implements Check {
  @Override
  public List<Finding> examine(Evidence evidence) {
    List<String> breaches = new ArrayList<>();
    long ended = 0;
    for (var workspace : evidence.journal().byWorkspace().entrySet()) {
      Set<Integer> asked = new HashSet<>();
      Set<Integer> receipts = new HashSet<>();
      int life = 0;
      for (Logged<EventRecord> event : workspace.getValue()) {
        switch (event.value().event()) {
          case Event.Created created -> {
            if (created.incarnation() != life + 1) {
              breaches.add(
                  "%s: life %d follows life %d"
                      .formatted(event.value().id(), created.incarnation(), life));
            }
            life = created.incarnation();
          }
          case Event.DeletionRequested ignored -> asked.add(life);
          case Event.Deleted(var receipt) -> {
            if (receipt.incarnation() != life || !receipts.add(life)) {
              breaches.add(
                  "%s: a receipt for life %d in life %d"
                      .formatted(event.value().id(), receipt.incarnation(), life));
            }
          }
          case Event ignored -> {}
        }
      }
      ended += receipts.size();
      asked.removeAll(receipts);
      asked.forEach(
          one -> breaches.add("%s: life %d has no receipt".formatted(workspace.getKey(), one)));
    }
    return List.of(
        new Finding(ended, "lives that were ended have one receipt each", breaches),
        stuck(evidence.views()));
  }

  private static Finding stuck(Map<String, WorkspaceView> views) {
    List<String> breaches =
        views.entrySet().stream()
            .filter(
                view -> view.getValue().workspace().lifecycle() instanceof Lifecycle.DestroyFailed)
            .map(view -> "%s: %s".formatted(view.getKey(), view.getValue().workspace().lifecycle()))
            .toList();
    return new Finding(views.size(), "names have no deletion that failed", breaches);
  }
}
