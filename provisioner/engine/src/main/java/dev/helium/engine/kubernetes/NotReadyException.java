package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.util.List;

/** An object is there and not ready. */
final class NotReadyException extends EngineException {
  private static final long serialVersionUID = 1L;

  private final transient JsonNode live;
  private final transient List<String> reasons;

  NotReadyException(FailureClass failure, String message, JsonNode live, List<String> reasons) {
    super(failure, reasons.isEmpty() ? message : message + ": " + String.join("; ", reasons));
    this.live = live;
    this.reasons = reasons.isEmpty() ? List.of(message) : List.copyOf(reasons);
  }

  /** The object as it was seen last. */
  JsonNode live() {
    return live;
  }

  List<String> reasons() {
    return reasons;
  }
}
