package dev.helium.engine.sdk;

import com.pulumi.deployment.internal.DeploymentImpl;
import java.util.logging.Logger;

/**
 * Keeps the SDK from printing what programs log to standard error: the engine gets every message
 * over its own road and cleans it of secrets, the console would show it raw.
 */
public final class SdkLogger {
  /** The logging framework forgets settings of loggers that nobody holds. */
  private final Logger logger = Logger.getLogger(DeploymentImpl.class.getName());

  /** Prints nothing from now on, for as long as this object is held. */
  public void silence() {
    logger.setUseParentHandlers(false);
  }
}
