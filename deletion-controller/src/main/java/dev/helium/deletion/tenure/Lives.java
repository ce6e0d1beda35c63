package dev.helium.deletion.tenure;

import dev.helium.domain.ClusterName;
import dev.helium.domain.WorkspaceId;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The newest life of every name that the log knows, whoever acts for it. For one thread only. */
public final class Lives {
  private final Tenures tenures;

  /** Takes what has been folded. */
  public Lives(Tenures tenures) {
    this.tenures = Objects.requireNonNull(tenures);
  }

  public Life of(WorkspaceId workspace) {
    return tenures.course(workspace).life();
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
    tenures.courses((workspace, course) -> action.accept(workspace, course.life()));
  }

  /** The names of all that are not over. */
  public Set<String> lived() {
    Set<String> names = new HashSet<>();
    forEach(Life::isLived, (workspace, life) -> names.add(workspace.value()));
    return Set.copyOf(names);
  }

  /** Where those live that are not over. */
  public Set<ClusterName> clusters() {
    Set<ClusterName> clusters = new HashSet<>();
    forEach(Life::isLived, (workspace, life) -> clusters.add(new ClusterName(life.cluster())));
    return Set.copyOf(clusters);
  }

  /** Who has last said to live in a namespace and is not over. */
  public Optional<WorkspaceId> inNamespace(ClusterName cluster, String namespace) {
    return tenures.inNamespace(cluster, namespace);
  }

  private void forEach(Predicate<Life> wanted, BiConsumer<WorkspaceId, Life> action) {
    forEach(
        (workspace, life) -> {
          if (wanted.test(life)) {
            action.accept(workspace, life);
          }
        });
  }
}
