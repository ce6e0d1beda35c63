package dev.helium.engine.run;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.state.ResourceState;

/** What a program protects is not removed. */
final class Protection {
  private Protection() {}

  /** What to say when something protected would be removed. */
  static EngineException refusal(ResourceState resource) {
    return new EngineException(
        FailureClass.INVALID,
        "the resource is protected and cannot be deleted; unprotect it first: "
            + Urns.name(resource.urn()));
  }
}
