package dev.helium.engine.run;

import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.state.ResourceState;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which resources go by themselves because others go: the program says so, or their provider. */
final class TakenAlong {
  private final List<ResourceState> going;
  private final Function<ResourceState, Optional<ResourceProvider>> providers;

  /**
   * @param going what is deleted in this run
   * @param providers of a resource; nothing when it cannot be used
   */
  TakenAlong(
      List<ResourceState> going, Function<ResourceState, Optional<ResourceProvider>> providers) {
    this.going = going;
    this.providers = providers;
  }

  /** The URN of what takes it along; empty for nothing. */
  String by(ResourceState resource) {
    if (!resource.options().deletedWith().isEmpty()) {
      return resource.options().deletedWith();
    }
    // What is protected keeps others from going, and is never taken along unasked.
    if (!isDeleted(resource) || resource.options().protect()) {
      return "";
    }
    return providers
        .apply(resource)
        .flatMap(
            provider ->
                going.stream()
                    .filter(other -> isDeleted(other) && sameProvider(resource, other))
                    .filter(other -> provider.goesWith(resource, other))
                    .findFirst())
        .map(ResourceState::urn)
        .orElse("");
  }

  /** True when its provider is asked to delete it, unless something takes it along. */
  static boolean isDeleted(ResourceState resource) {
    var condition = resource.condition();
    return resource.custom()
        && !resource.isProvider()
        && !condition.external()
        && !condition.pendingReplacement()
        && !resource.options().retainOnDelete();
  }

  private static boolean sameProvider(ResourceState resource, ResourceState other) {
    return resource.links().provider().equals(other.links().provider());
  }
}
