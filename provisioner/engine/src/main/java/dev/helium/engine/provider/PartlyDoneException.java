package dev.helium.engine.provider;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.util.List;

/**
 * A resource was created or changed but is not usable: it is recorded, with the reasons, and the
 * step fails.
 */
public final class PartlyDoneException extends EngineException {
  private static final long serialVersionUID = 1L;

  private final transient ResourceProvider.Live live;
  private final transient List<String> reasons;

  /** A failure after the fact; reasons go into the state as initialization errors. */
  public PartlyDoneException(
      FailureClass failureClass, String message, ResourceProvider.Live live, List<String> reasons) {
    super(failureClass, message);
    this.live = live;
    this.reasons = List.copyOf(reasons);
  }

  /** The resource as it is now. */
  public ResourceProvider.Live live() {
    return live;
  }

  /** Why it is not usable. */
  public List<String> reasons() {
    return reasons;
  }
}
