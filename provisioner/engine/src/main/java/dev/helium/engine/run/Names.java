package dev.helium.engine.run;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;

/** What resources may be called. */
final class Names {
  private Names() {}

  /** Refuses a type or name that no URN can be made of. */
  static void require(String type, String name, boolean custom) {
    if (name.isEmpty()) {
      throw invalid("a resource of type '" + type + "' has no name");
    }
    if (type.isEmpty()) {
      throw invalid("the resource '" + name + "' has no type");
    }
    if (custom && type.chars().filter(character -> character == ':').count() < 2) {
      throw invalid("type '" + type + "' is not a valid type token (must have format '*:*:*')");
    }
  }

  private static EngineException invalid(String message) {
    return new EngineException(FailureClass.INVALID, message);
  }
}
