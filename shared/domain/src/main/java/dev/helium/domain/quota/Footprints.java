package dev.helium.domain.quota;

import dev.helium.domain.Command;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;

/** Knows what backends make. May read the files of the workspace that is asked about. */
public interface Footprints {
  /** {@link Footprint#NONE} where its backend cannot tell, or would not make it. */
  Footprint of(Command.Create create);

  /** The same of what was made, or is to be made once more. */
  Footprint of(WorkspaceId workspace, WorkspaceSpec specification);
}
