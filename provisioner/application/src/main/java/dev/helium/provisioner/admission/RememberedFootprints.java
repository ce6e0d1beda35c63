package dev.helium.provisioner.admission;

import dev.helium.domain.Command;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.domain.quota.Footprint;
import dev.helium.domain.quota.Footprints;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers what specifications ask of a cluster, as finding out may take reading a file; of the
 * {@value #MOST} workspaces that were asked about last.
 */
final class RememberedFootprints implements Footprints {
  private static final int MOST = 20_000;

  private final Footprints origin;
  private final Map<WorkspaceId, Known> known = new LinkedHashMap<>();

  RememberedFootprints(Footprints origin) {
    this.origin = origin;
  }

  private record Known(WorkspaceSpec specification, Footprint footprint) {}

  @Override
  public Footprint of(Command.Create create) {
    return origin.of(create);
  }

  @Override
  public Footprint of(WorkspaceId workspace, WorkspaceSpec specification) {
    Known before = take(workspace);
    Known now =
        before != null && before.specification().equals(specification)
            ? before
            : new Known(specification, origin.of(workspace, specification));
    put(workspace, now);
    return now.footprint();
  }

  private synchronized Known take(WorkspaceId workspace) {
    return known.remove(workspace);
  }

  private synchronized void put(WorkspaceId workspace, Known now) {
    known.put(workspace, now);
    if (known.size() > MOST) {
      known.remove(known.keySet().iterator().next());
    }
  }
}
