package dev.helium.engine.event;

import com.pulumi.automation.OperationType;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.state.ResourceState;

/**
 * One thing done to one resource.
 *
 * @param operation what is done
 * @param before what was recorded, null when nothing was
 * @param after what will be recorded, null when nothing will
 * @param difference what stands between the two, as the provider sees it
 */
public record Step(
    OperationType operation, ResourceState before, ResourceState after, Difference difference) {
  private static final String DEFAULT_PROVIDER = "default";

  /** A step without differences. */
  public static Step of(OperationType operation, ResourceState before, ResourceState after) {
    return new Step(operation, before, after, Difference.NONE);
  }

  /** The resource it is about. */
  public ResourceState subject() {
    return after == null ? before : after;
  }

  /** The same step with what came of it. */
  public Step with(ResourceState result) {
    return new Step(operation, before, result, difference);
  }

  /** The same step, known as another operation. */
  public Step as(OperationType other) {
    return new Step(other, before, after, difference);
  }

  /** True for a change people think of as one, false for the parts it consists of. */
  public boolean isLogical() {
    return switch (operation) {
      case SAME, CREATE, UPDATE, DELETE, REPLACE, READ, READ_DISCARD, IMPORT -> true;
      case CREATE_REPLACEMENT,
          DELETE_REPLACED,
          READ_REPLACEMENT,
          REFRESH,
          DISCARD_REPLACED,
          REMOVE_PENDING_REPLACE,
          IMPORT_REPLACEMENT,
          UNKNOWN ->
          false;
    };
  }

  /** True for what the engine does on its own account: it is neither counted nor shown. */
  public boolean isInternal() {
    return operation == OperationType.REMOVE_PENDING_REPLACE
        || (subject().isProvider() && isDefault(subject().urn()));
  }

  private static boolean isDefault(String urn) {
    var name = urn.substring(urn.lastIndexOf("::") + 2);
    return name.equals(DEFAULT_PROVIDER) || name.startsWith(DEFAULT_PROVIDER + "_");
  }
}
