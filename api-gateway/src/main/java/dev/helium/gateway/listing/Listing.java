package dev.helium.gateway.listing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Every workspace that exists, sorted in each order there is. A page is a walk in order: nothing is
 * sorted or decoded for it. It holds as many entries as there are workspaces, some 2 KiB each.
 *
 * <p>Written by one thread at a time, read by any.
 */
final class Listing {
  private final Map<String, ListedWorkspace> workspaces = new ConcurrentHashMap<>();

  /** Up to which event each name is known, also when there is no workspace of it any more. */
  private final Map<String, Long> versions = new ConcurrentHashMap<>();

  private final Map<ListOrder, ConcurrentNavigableMap<ListPlace, String>> sorted =
      new EnumMap<>(ListOrder.class);

  Listing() {
    for (ListOrder order : ListOrder.values()) {
      sorted.put(order, new ConcurrentSkipListMap<>());
    }
  }

  /** Up to which event a name is known; 0 when it is not. */
  long version(String name) {
    return versions.getOrDefault(name, 0L);
  }

  /** The names of all that are listed. */
  Collection<String> names() {
    return List.copyOf(workspaces.keySet());
  }

  /** All that are listed, in no order; goes on changing. */
  Collection<ListedWorkspace> all() {
    return Collections.unmodifiableCollection(workspaces.values());
  }

  /** Takes what a workspace comes to; something older than what is known changes nothing. */
  synchronized void put(ListedWorkspace workspace, long version) {
    String name = workspace.name();
    if (version <= version(name)) {
      return;
    }
    versions.put(name, version);
    // There first and here last, so that whoever walks by finds it in one of both places.
    sorted.forEach((order, places) -> places.put(workspace.place(order), name));
    ListedWorkspace before = workspaces.put(name, workspace);
    if (before != null) {
      sorted.forEach(
          (order, places) -> {
            if (!before.place(order).equals(workspace.place(order))) {
              places.remove(before.place(order));
            }
          });
    }
  }

  /** Takes that there is no workspace of a name any more, unless more than that is known. */
  synchronized void remove(String name, long version) {
    if (version <= version(name)) {
      return;
    }
    versions.put(name, version);
    ListedWorkspace before = workspaces.remove(name);
    if (before != null) {
      sorted.forEach((order, places) -> places.remove(before.place(order)));
    }
  }

  ListPage page(ListQuery query) {
    ConcurrentNavigableMap<ListPlace, String> places = sorted.get(query.order());
    Optional<ListPlace> after = query.start().after();
    List<ListedWorkspace> page = new ArrayList<>();
    int count = 0;
    boolean more = false;
    for (Map.Entry<ListPlace, String> entry :
        (query.descending() ? places.descendingMap() : places).entrySet()) {
      ListedWorkspace workspace = workspaces.get(entry.getValue());
      if (stands(workspace, query.order(), entry.getKey()) && query.filter().accepts(workspace)) {
        count++;
        if (page.size() == query.limit()) {
          more = true;
        } else if (after.isEmpty() || isBehind(entry.getKey(), after.get(), query.descending())) {
          page.add(workspace);
        }
      }
    }
    return new ListPage(page, count, more);
  }

  /** One that moves in the order right now may be found in two places. */
  private static boolean stands(ListedWorkspace workspace, ListOrder order, ListPlace place) {
    return workspace != null && workspace.place(order).equals(place);
  }

  private static boolean isBehind(ListPlace place, ListPlace last, boolean descending) {
    int compared = place.compareTo(last);
    return descending ? compared < 0 : compared > 0;
  }
}
