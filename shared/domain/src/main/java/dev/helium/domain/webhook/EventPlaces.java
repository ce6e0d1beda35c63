package dev.helium.domain.webhook;

import dev.helium.domain.WorkspaceId;
import java.util.List;
import java.util.Objects;

/**
 * Where events of one workspace stand in their partition of the log, in the order in which they are
 * to be delivered.
 */
public record EventPlaces(WorkspaceId workspace, List<Long> offsets) {
  public EventPlaces {
    Objects.requireNonNull(workspace, "workspace");
    offsets = List.copyOf(offsets);
    if (offsets.isEmpty()) {
      throw new IllegalArgumentException("there is no place without an offset");
    }
  }
}
