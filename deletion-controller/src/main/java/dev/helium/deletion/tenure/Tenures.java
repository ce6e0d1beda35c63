package dev.helium.deletion.tenure;

import dev.helium.domain.ClusterName;
import dev.helium.domain.EventRecord;
import dev.helium.domain.WorkspaceId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Every tenure that the log knows of. Only those of partitions that were taken are told of. For one
 * thread only.
 */
public final class Tenures {
  private static final int FIRST = 0;

  private final Map<Integer, Map<WorkspaceId, Course>> courses = new HashMap<>();
  private final Homes homes = new Homes();
  private final Set<String> used = new HashSet<>();
  private final Set<Integer> taken = new HashSet<>();
  private final BiConsumer<WorkspaceId, Life> lived;
  private final BiConsumer<WorkspaceId, Tenure> changed;

  /**
   * Takes who is told of each tenure after an event that changed it, when its partition is taken,
   * and, as {@link Tenure.Stage#ELSEWHERE}, when it is given away.
   */
  public Tenures(BiConsumer<WorkspaceId, Tenure> changed) {
    this((workspace, life) -> {}, changed);
  }

  /**
   * The same.
   *
   * @param lived told first, of the life after every event, whoever acts for it
   */
  public Tenures(BiConsumer<WorkspaceId, Life> lived, BiConsumer<WorkspaceId, Tenure> changed) {
    this.lived = Objects.requireNonNull(lived);
    this.changed = Objects.requireNonNull(changed);
  }

  /** Takes in an event of the log; one that was taken in before changes nothing. */
  public void learn(EventRecord record, int partition) {
    WorkspaceId workspace = record.workspace();
    Map<WorkspaceId, Course> all = courses.computeIfAbsent(partition, ignored -> new HashMap<>());
    Course before = all.getOrDefault(workspace, Course.NONE);
    Course after = before.after(record);
    if (after.sequence() == before.sequence()) {
      return;
    }
    all.put(workspace, after);
    homes.changed(workspace, before.life(), after.life());
    if (after.life().stage() == Life.Stage.PROVISIONED) {
      used.add(after.life().cluster());
    }
    lived.accept(workspace, after.life());
    if (taken.contains(partition) && !after.tenure().equals(before.tenure())) {
      changed.accept(workspace, after.tenure());
    }
  }

  /** What the log says of a workspace, whoever acts for it. */
  public Tenure find(WorkspaceId workspace) {
    return course(workspace).tenure();
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
        courses.entrySet().stream()
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

  /** True when by the log something was ever made in a cluster. */
  public boolean wasUsed(ClusterName cluster) {
    return used.contains(cluster.value());
  }

  /** False while other processes act for all. */
  public boolean hasOwn() {
    return !taken.isEmpty();
  }

  /** From now on its workspaces are this process's. */
  public void take(int partition) {
    taken.add(partition);
    // Whoever acts on expiries does so at each, and what is longest overdue goes first.
    of(partition).entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getValue().tenure().endsAt()))
        .forEach(entry -> changed.accept(entry.getKey(), entry.getValue().tenure()));
  }

  /** From now on its workspaces are another process's. */
  public void give(int partition) {
    taken.remove(partition);
    of(partition)
        .forEach((workspace, course) -> changed.accept(workspace, course.tenure().elsewhere()));
  }

  Course course(WorkspaceId workspace) {
    return courses.values().stream()
        .map(all -> all.get(workspace))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Course.NONE);
  }

  void courses(BiConsumer<WorkspaceId, Course> action) {
    courses.values().forEach(all -> all.forEach(action));
  }

  Optional<WorkspaceId> inNamespace(ClusterName cluster, String namespace) {
    return homes.find(cluster, namespace);
  }

  private Map<WorkspaceId, Course> of(int partition) {
    return courses.getOrDefault(partition, Map.of());
  }
}
