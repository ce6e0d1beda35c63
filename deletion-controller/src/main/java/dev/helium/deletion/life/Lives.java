package dev.helium.deletion.life;

import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.EventRecord;
import dev.helium.domain.WorkspaceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The newest life of every name that the log knows. For one thread only. */
public final class Lives {
  private static final Known NOTHING = new Known(Life.NONE, 0);

  private final Map<WorkspaceId, Known> lives = new HashMap<>();

  /** Takes in an event of the log; one that was taken in before changes nothing. */
  public void learn(EventRecord record) {
    Known before = lives.getOrDefault(record.workspace(), NOTHING);
    if (record.event() instanceof LifecycleEvent event && record.sequence() > before.sequence()) {
      lives.put(
          record.workspace(),
          new Known(before.life().after(event, record.time()), record.sequence()));
    }
  }

  public Life of(WorkspaceId workspace) {
    return lives.getOrDefault(workspace, NOTHING).life();
  }

  /** Of a label, which may say what no workspace can be called. */
  public Life of(String workspace) {
    try {
      return of(new WorkspaceId(workspace));
    } catch (IllegalArgumentException notAName) {
      return Life.NONE;
    }
  }

  public void forEach(BiConsumer<WorkspaceId, Life> action) {
    lives.forEach((workspace, known) -> action.accept(workspace, known.life()));
  }

  /** The names of all that are not over. */
  public Set<String> lived() {
    return lives.entrySet().stream()
        .filter(entry -> entry.getValue().life().isLived())
        .map(entry -> entry.getKey().value())
        .collect(Collectors.toUnmodifiableSet());
  }

  private record Known(Life life, long sequence) {}
}
