package dev.helium.deletion.tenure;

import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.EventRecord;
import dev.helium.domain.WorkspaceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Every tenure that the log knows of. Only those of partitions that were taken are told of. For one
 * thread only.
 */
public final class Tenures {
  private static final Known NOTHING = new Known(Tenure.NONE, 0);
  private static final int FIRST = 0;

  private final Map<Integer, Map<WorkspaceId, Known>> tenures = new HashMap<>();
  private final Set<Integer> taken = new HashSet<>();
  private final BiConsumer<WorkspaceId, Tenure> changed;

  /**
   * Takes who is told of each tenure after an event that changed it, when its partition is taken,
   * and, as {@link Tenure.Stage#ELSEWHERE}, when it is given away.
   */
  public Tenures(BiConsumer<WorkspaceId, Tenure> changed) {
    this.changed = Objects.requireNonNull(changed);
  }

  /** Takes in an event of the log; one that was taken in before changes nothing. */
  public void learn(EventRecord record, int partition) {
    Map<WorkspaceId, Known> all = tenures.computeIfAbsent(partition, ignored -> new HashMap<>());
    Known before = all.getOrDefault(record.workspace(), NOTHING);
    if (record.event() instanceof LifecycleEvent event && record.sequence() > before.sequence()) {
      Tenure after = before.tenure().after(event, record.time());
      all.put(record.workspace(), new Known(after, record.sequence()));
      if (taken.contains(partition) && !after.equals(before.tenure())) {
        changed.accept(record.workspace(), after);
      }
    }
  }

  /** What the log says of a workspace, whoever acts for it. */
  public Tenure find(WorkspaceId workspace) {
    return tenures.values().stream()
        .map(all -> all.get(workspace))
        .filter(Objects::nonNull)
        .map(Known::tenure)
        .findFirst()
        .orElse(Tenure.NONE);
  }

  /** The same, as {@link Tenure.Stage#ELSEWHERE} when another process acts for it. */
  public Tenure own(WorkspaceId workspace) {
    Tenure tenure = find(workspace);
    return isOwn(workspace) ? tenure : tenure.elsewhere();
  }

  /**
   * True when this process acts for a workspace. For a name that the log does not know, whoever has
   * the first partition does.
   */
  public boolean isOwn(WorkspaceId workspace) {
    return taken.contains(
        tenures.entrySet().stream()
            .filter(entry -> entry.getValue().containsKey(workspace))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(FIRST));
  }

  /** The same of a label, which may say what no workspace can be called. */
  public boolean isOwn(String workspace) {
    try {
      return isOwn(new WorkspaceId(workspace));
    } catch (IllegalArgumentException notAName) {
      return taken.contains(FIRST);
    }
  }

  /** False while other processes act for all. */
  public boolean hasOwn() {
    return !taken.isEmpty();
  }

  /** From now on its workspaces are this process's. */
  public void take(int partition) {
    taken.add(partition);
    of(partition).forEach((workspace, known) -> changed.accept(workspace, known.tenure()));
  }

  /** From now on its workspaces are another process's. */
  public void give(int partition) {
    taken.remove(partition);
    of(partition)
        .forEach((workspace, known) -> changed.accept(workspace, known.tenure().elsewhere()));
  }

  private Map<WorkspaceId, Known> of(int partition) {
    return tenures.getOrDefault(partition, Map.of());
  }

  private record Known(Tenure tenure, long sequence) {}
}
