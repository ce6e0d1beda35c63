package dev.helium.engine.run;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;

/** A resource that is not touched because something it needs failed; it is no failure itself. */
final class SkippedException extends EngineException {
  private static final long serialVersionUID = 1L;

  SkippedException(String needed) {
    super(FailureClass.CANCELLED, "skipped, because it needs " + Urns.name(needed));
  }
}
