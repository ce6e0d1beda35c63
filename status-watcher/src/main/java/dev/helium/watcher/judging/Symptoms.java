package dev.helium.watcher.judging;

import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;

/** Short ways to say what is wrong with one object. */
record Symptoms(ObjectKey key) {
  static final String TERMINATING = "Terminating";

  Symptom waiting(String code, String message) {
    return new Symptom.Lasting(reason(ReasonKind.WAITING, code, message));
  }

  Symptom recoverable(String code, String message) {
    return new Symptom.Lasting(reason(ReasonKind.RECOVERABLE, code, message));
  }

  Symptom fatal(String code, String message) {
    return new Symptom.Lasting(reason(ReasonKind.FATAL, code, message));
  }

  Symptom terminating() {
    return waiting(TERMINATING, "is being deleted");
  }

  Reason reason(ReasonKind kind, String code, String message) {
    return new Reason(kind, key.toString(), code, message);
  }
}
