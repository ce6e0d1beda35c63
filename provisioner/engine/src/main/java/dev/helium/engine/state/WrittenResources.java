package dev.helium.engine.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.IdentityHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The resources of the deployment that was written last, each with what was written of it. For one
 * thread.
 */
public final class WrittenResources {
  private IdentityHashMap<ResourceState, ObjectNode> last = new IdentityHashMap<>();

  /** The resources of the next deployment, of which only those are written that are new to it. */
  Function<ResourceState, ObjectNode> next(
      Deployment deployment, Function<ResourceState, ObjectNode> write) {
    var next = new IdentityHashMap<ResourceState, ObjectNode>();
    Stream.concat(
            deployment.resources().stream(),
            deployment.pending().stream().map(PendingOperation::resource))
        .forEach(
            resource -> {
              var written = last.get(resource);
              next.put(resource, written == null ? write.apply(resource) : written);
            });
    last = next;
    return next::get;
  }
}
