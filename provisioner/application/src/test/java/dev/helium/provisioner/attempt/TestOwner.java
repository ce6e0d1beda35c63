package dev.helium.provisioner.attempt;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.WorkspaceId;
import dev.helium.provisioner.decide.Owner;
import dev.helium.provisioner.decide.Trail;
import dev.helium.wire.TraceParent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An owner that only remembers what it was told. */
final class TestOwner implements Owner {
  private final List<AttemptReport> reports = new CopyOnWriteArrayList<>();
  private final String fence;

  TestOwner(String fence) {
    this.fence = fence;
  }

  List<AttemptReport> reports() {
    return List.copyOf(reports);
  }

  @Override
  public String fence() {
    return fence;
  }

  @Override
  public long decided() {
    return 0;
  }

  @Override
  public Trail trail(WorkspaceId workspace) {
    return Trail.NONE;
  }

  @Override
  public void report(WorkspaceId workspace, AttemptReport report, TraceParent trace) {
    reports.add(report);
  }
}
