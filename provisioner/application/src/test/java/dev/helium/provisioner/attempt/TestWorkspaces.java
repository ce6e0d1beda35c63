package dev.helium.provisioner.attempt;

import dev.helium.domain.ClusterName;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Workspaces as far as their turn depends on them, and their jobs. */
final class TestWorkspaces {
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  static final ClusterName LAB = new ClusterName("lab");

  private TestWorkspaces() {}

  /** To be made, now. */
  static Workspace making(String name, int attempt, ClusterName cluster) {
    return workspace(name, cluster, "", new Lifecycle.Provisioning(attempt, 0, NOW));
  }

  /** To be destroyed, now. */
  static Workspace destroying(String name, int attempt, ClusterName cluster) {
    return workspace(
        name,
        cluster,
        "",
        new Lifecycle.Destroying(attempt, 0, NOW, new DeletionReason.Requested()));
  }

  static Workspace workspace(String name, ClusterName cluster, String user, Lifecycle lifecycle) {
    return new Workspace(
        new WorkspaceId(name),
        1,
        new WorkspaceSpec(
            "namespace",
            cluster.isDefault() ? Map.of() : Map.of("clusterStack", cluster.value()),
            Map.of()),
        user,
        NOW,
        NOW,
        lifecycle,
        1,
        new CommandId("c"),
        1,
        List.of());
  }

  /** Waits for a job as a worker does that nobody interrupts. */
  static Optional<Job> take(Schedule schedule) {
    try {
      return schedule.take();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  static Job job(Workspace workspace) {
    return Job.dueFor(workspace, new TestOwner("partition-0:1")).orElseThrow();
  }
}
