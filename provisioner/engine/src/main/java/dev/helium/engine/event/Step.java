package dev.helium.engine.event;

import com.pulumi.automation.OperationType;
import dev.helium.engine.state.ResourceState;
import java.util.List;

/**
 * One thing done to one resource.
 *
 * @param operation what is done
 * @param before what was recorded, null when nothing was
 * @param after what will be recorded, null when nothing will
 * @param differences top-level inputs that differ
 * @param replaces the paths that force a replacement
 */
public record Step(
    OperationType operation,
    ResourceState before,
    ResourceState after,
    List<String> differences,
    List<String> replaces) {

  /** A step without differences. */
  public static Step of(OperationType operation, ResourceState before, ResourceState after) {
    return new Step(operation, before, after, List.of(), List.of());
  }

  /** The resource it is about. */
  public ResourceState subject() {
    return after == null ? before : after;
  }

  /** The same step with what came of it. */
  public Step with(ResourceState result) {
    return new Step(operation, before, result, differences, replaces);
  }
}
