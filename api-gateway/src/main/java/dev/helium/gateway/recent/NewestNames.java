package dev.helium.gateway.recent;

import dev.helium.domain.WorkspaceId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something about each of the names that were asked for last. */
final class NewestNames<T> extends LinkedHashMap<WorkspaceId, T> {
  private static final long serialVersionUID = 1L;

  private final int most;

  NewestNames(int most) {
    super(16, 0.75f, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<WorkspaceId, T> eldest) {
    return size() > most;
  }
}
