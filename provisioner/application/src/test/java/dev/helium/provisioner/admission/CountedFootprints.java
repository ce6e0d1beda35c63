package dev.helium.provisioner.admission;

import dev.helium.domain.Command;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.domain.quota.Footprint;
import dev.helium.domain.quota.Footprints;
import java.util.Map;

/** As many cores as a parameter says. */
final class CountedFootprints implements Footprints {
  static final String CORES = "cores";

  @Override
  public Footprint of(Command.Create create) {
    return of(create.parameters());
  }

  @Override
  public Footprint of(WorkspaceId workspace, WorkspaceSpec specification) {
    return of(specification.parameters());
  }

  private static Footprint of(Map<String, String> parameters) {
    return new Footprint(Long.parseLong(parameters.getOrDefault(CORES, "0")) * 1_000, 0);
  }
}
