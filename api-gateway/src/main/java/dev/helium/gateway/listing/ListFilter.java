package dev.helium.gateway.listing;

import dev.helium.gateway.labels.LabelFilter;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which workspaces are asked for: those to which all of it applies.
 *
 * @param owner empty for anybody's
 * @param backend empty for any
 * @param statuses any of them; empty for any
 * @param text that name or owner contain; empty for any
 */
record ListFilter(
    String owner, String backend, Set<String> statuses, LabelFilter labels, String text) {
  ListFilter {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(backend, "backend");
    statuses = Set.copyOf(statuses);
    Objects.requireNonNull(labels, "labels");
    text = text.toLowerCase(Locale.ROOT);
  }

  boolean accepts(ListedWorkspace workspace) {
    return (owner.isEmpty() || workspace.owner().equals(owner))
        && (backend.isEmpty() || workspace.backend().equals(backend))
        && (statuses.isEmpty() || statuses.contains(workspace.status()))
        && labels.accepts(workspace.labels())
        && (text.isEmpty() || workspace.mentions(text));
  }

  /** The same text for the same filter, in every process. */
  String canonical() {
    return String.join(
        "\n", owner, backend, new TreeSet<>(statuses).toString(), labels.canonical(), text);
  }
}
