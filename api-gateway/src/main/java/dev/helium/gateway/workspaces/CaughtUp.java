package dev.helium.gateway.workspaces;

import dev.helium.gateway.http.Problem;
import java.util.function.BooleanSupplier;

/** Whether the view shows all that had happened when this process started. */
public final class CaughtUp {
  private static final int RETRY_SECONDS = 2;

  private final BooleanSupplier caughtUp;

  public CaughtUp(BooleanSupplier caughtUp) {
    this.caughtUp = caughtUp;
  }

  public boolean isSo() {
    return caughtUp.getAsBoolean();
  }

  /** A problem while it does not: nothing it says would be certain. */
  public void require() {
    if (!caughtUp.getAsBoolean()) {
      throw Problem.unavailable("What has happened so far is still being read.", RETRY_SECONDS)
          .exception();
    }
  }
}
