package dev.helium.engine.run;

import dev.helium.engine.state.ResourceState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts every resource after what it needs and otherwise keeps the order it is given. */
final class RecordedOrder {
  private final Map<String, ResourceState> waiting = new HashMap<>();
  private final Set<ResourceState> pulled = new HashSet<>();
  private final List<ResourceState> ordered = new ArrayList<>();

  private RecordedOrder() {}

  /**
   * What a run has touched, followed by what it has not, where a touched resource draws what it
   * needs and nobody has touched along.
   */
  static List<ResourceState> of(
      Collection<ResourceState> touched, Collection<ResourceState> untouched) {
    var order = new RecordedOrder();
    untouched.stream()
        .filter(resource -> !resource.condition().delete())
        .forEach(resource -> order.waiting.putIfAbsent(resource.urn(), resource));
    touched.forEach(resource -> order.waiting.remove(resource.urn()));
    for (var resource : touched) {
      order.pullNeeds(resource);
      order.ordered.add(resource);
    }
    untouched.stream()
        .filter(resource -> !order.pulled.contains(resource))
        .forEach(order.ordered::add);
    return order.ordered;
  }

  private void pullNeeds(ResourceState resource) {
    // Depth first without recursion: chains of resources can be long.
    var path = new ArrayDeque<ResourceState>();
    path.push(resource);
    while (!path.isEmpty()) {
      var next =
          path.peek().needs().stream()
              .map(waiting::remove)
              .filter(found -> found != null)
              .findAny();
      if (next.isPresent()) {
        path.push(next.get());
      } else {
        var done = path.pop();
        if (!path.isEmpty()) {
          pulled.add(done);
          ordered.add(done);
        }
      }
    }
  }
}
