package dev.helium.engine.run;

import dev.helium.engine.state.StackReference;
import java.util.function.UnaryOperator;

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
   * @param oldName what a parent was called before, itself when it has no older name
   */
  default String resolve(
      StackReference now, String parent, Goal goal, UnaryOperator<String> oldName) {
    return switch (this) {
      case Urn(String urn) -> urn;
      case Specification old ->
          Urns.of(
              new StackReference(
                  either(old.project(), now.project()), either(old.stack(), now.stack())),
              old.noParent() ? "" : parent(old, parent, oldName),
              either(old.type(), goal.type()),
              either(old.name(), goal.name()));
    };
  }

  private static String parent(Specification old, String now, UnaryOperator<String> oldName) {
    return old.parent().isEmpty() ? now : oldName.apply(old.parent());
  }

  private static String either(String old, String now) {
    return old.isEmpty() ? now : old;
  }
}
