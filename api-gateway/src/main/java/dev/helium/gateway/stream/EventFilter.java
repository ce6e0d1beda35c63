package dev.helium.gateway.stream;

import dev.helium.gateway.labels.LabelFilter;
import dev.helium.gateway.recent.ToldEvent;
import java.util.Objects;
import java.util.Set;

/**
 * Which events a subscriber wants; an empty set leaves that open.
 *
 * @param types whole names
 */
record EventFilter(
    Set<String> workspaces,
    Set<String> owners,
    Set<String> backends,
    Set<String> types,
    LabelFilter labels) {
  static final EventFilter EVERYTHING =
      new EventFilter(Set.of(), Set.of(), Set.of(), Set.of(), LabelFilter.NONE);

  EventFilter {
    workspaces = Set.copyOf(workspaces);
    owners = Set.copyOf(owners);
    backends = Set.copyOf(backends);
    types = Set.copyOf(types);
    Objects.requireNonNull(labels, "labels");
  }

  /** Whether it can be wanted, whosever it is. */
  boolean mayWant(String workspace, String type) {
    return has(workspaces, workspace) && has(types, type);
  }

  boolean wants(ToldEvent event) {
    return mayWant(event.workspace(), event.type())
        && has(owners, event.beside().owner())
        && has(backends, event.beside().backend())
        && labels.accepts(event.beside().labels());
  }

  private static boolean has(Set<String> wanted, String value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
