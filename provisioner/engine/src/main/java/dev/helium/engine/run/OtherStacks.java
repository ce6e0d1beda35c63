package dev.helium.engine.run;

import dev.helium.engine.property.PropertyValue.ObjectValue;

/** Looks into other stacks of the same state folder. */
@FunctionalInterface
public interface OtherStacks {
  /**
   * What a stack exports, as recorded, with its secrets in clear and marked as such; a failure
   * names a stack that is not there.
   *
   * @param name {@code stack}, {@code organization/stack} or {@code organization/project/stack}
   */
  ObjectValue outputs(String name);
}
