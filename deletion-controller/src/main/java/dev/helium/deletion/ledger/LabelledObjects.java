package dev.helium.deletion.ledger;

import dev.helium.domain.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Objects that carry a workspace's label.
 *
 * @param found as {@code Kind/name} and their namespace, by the workspace that their label names
 * @param unlisted the kinds that may not be listed, as {@code Kind} or {@code Kind.group}
 */
public record LabelledObjects(Map<WorkspaceId, Set<String>> found, List<String> unlisted) {
  /** Where nothing was looked for. */
  public static final LabelledObjects NONE = new LabelledObjects(Map.of(), List.of());

  public LabelledObjects {
    found = Map.copyOf(found);
    unlisted = List.copyOf(unlisted);
  }
}
