package dev.helium.engine.run;

import dev.helium.engine.state.StackReference;

/** A name under which a resource may have been recorded before. */
public sealed interface Alias {
  /** The whole name. */
  record Urn(String urn) implements Alias {}

  /**
   * What was different about the name; empty text for what was not.
   *
   * @param noParent it had no parent but the stack
   */
  record Specification(
      String name, String type, String stack, String project, String parent, boolean noParent)
      implements Alias {}

  /**
   * The old name in full.
   *
   * @param parent the URN of the resource's parent now
   */
  default String resolve(StackReference now, String parent, Goal goal) {
    return switch (this) {
      case Urn(String urn) -> urn;
      case Specification old ->
          Urns.of(
              new StackReference(
                  either(old.project(), now.project()), either(old.stack(), now.stack())),
              old.noParent() ? "" : either(old.parent(), parent),
              either(old.type(), goal.type()),
              either(old.name(), goal.name()));
    };
  }

  private static String either(String old, String now) {
    return old.isEmpty() ? now : old;
  }
}
