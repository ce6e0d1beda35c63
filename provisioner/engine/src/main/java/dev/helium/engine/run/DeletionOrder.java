package dev.helium.engine.run;

import dev.helium.engine.state.ResourceState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Deletes in an order in which nothing outlives what it needs. What goes with another resource is
 * forgotten only when that one is gone. Resources are known by their place in the list, because a
 * resource and its successor have one name.
 */
final class DeletionOrder {
  private static final int NONE = -1;

  private final List<ResourceState> doomed;
  private final List<CompletableFuture<Void>> removed = new ArrayList<>();
  private final Map<String, List<Integer>> byNeed = new HashMap<>();
  private final Map<String, List<Integer>> byUrn = new HashMap<>();
  private final int[] takenBy;

  /**
   * An order for resources of which each comes after what it needs.
   *
   * @param takenBy the URN of what takes a resource along, empty for nothing
   */
  DeletionOrder(List<ResourceState> doomed, Function<ResourceState, String> takenBy) {
    this.doomed = doomed;
    for (int place = 0; place < doomed.size(); place++) {
      var resource = doomed.get(place);
      removed.add(new CompletableFuture<>());
      byUrn.computeIfAbsent(resource.urn(), key -> new ArrayList<>()).add(place);
      for (var urn : resource.needs()) {
        byNeed.computeIfAbsent(urn, key -> new ArrayList<>()).add(place);
      }
    }
    this.takenBy =
        IntStream.range(0, doomed.size())
            .map(place -> takenBy(place, takenBy.apply(doomed.get(place))))
            .toArray();
  }

  /** Removes one resource. */
  interface Removal {
    void remove(ResourceState resource, boolean goesWithAnother);
  }

  /** Starts all deletions; a failed one keeps those from starting that wait for it. */
  List<CompletableFuture<Void>> start(Removal removal, Executor executor) {
    for (int place = 0; place < doomed.size(); place++) {
      start(place, removal, executor);
    }
    return removed;
  }

  private void start(int place, Removal removal, Executor executor) {
    var taker = takenBy[place];
    var before = new HashSet<Integer>();
    addWaits(place, place, before, new HashSet<>());
    if (taker != NONE) {
      before.add(taker);
    }
    var done = removed.get(place);
    var resource = doomed.get(place);
    var _ =
        CompletableFuture.allOf(
                before.stream().map(removed::get).toArray(CompletableFuture<?>[]::new))
            .thenRunAsync(() -> removal.remove(resource, taker != NONE), executor)
            .whenComplete(
                (nothing, failure) -> {
                  if (failure == null) {
                    done.complete(null);
                  } else {
                    done.completeExceptionally(failure);
                  }
                });
  }

  private void addWaits(int place, int through, Set<Integer> before, Set<Integer> visited) {
    for (int dependent : dependents(through)) {
      if (!visited.add(dependent)) {
        continue;
      }
      var taker = takenBy[dependent];
      if (taker != NONE && (taker == place || needs(place, taker))) {
        // It waits for this one itself; only what needs it must be gone.
        addWaits(place, dependent, before, visited);
      } else {
        before.add(dependent);
      }
    }
  }

  /** Only what was recorded later needs a resource; what came before needed its predecessor. */
  private List<Integer> dependents(int place) {
    return byNeed.getOrDefault(doomed.get(place).urn(), List.of()).stream()
        .filter(dependent -> dependent > place)
        .toList();
  }

  /** The place of the doomed resource whose deletion takes this one along. */
  private int takenBy(int place, String taker) {
    return byUrn.getOrDefault(taker, List.of()).stream()
        .filter(other -> other < place)
        .reduce(NONE, Math::max);
  }

  private boolean needs(int place, int other) {
    var seen = new HashSet<String>();
    var open = new ArrayDeque<>(doomed.get(place).needs());
    while (!open.isEmpty()) {
      var next = open.pop();
      if (next.equals(doomed.get(other).urn())) {
        return true;
      }
      if (seen.add(next)) {
        byUrn
            .getOrDefault(next, List.of())
            .forEach(further -> open.addAll(doomed.get(further).needs()));
      }
    }
    return false;
  }
}
