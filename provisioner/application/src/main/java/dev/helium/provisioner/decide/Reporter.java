package dev.helium.provisioner.decide;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.WorkspaceId;

/** Where the run of an attempt says how it goes. Blocks until the log has taken what follows. */
@FunctionalInterface
public interface Reporter {
  void report(WorkspaceId workspace, AttemptReport report) throws LogUnavailableException;
}
