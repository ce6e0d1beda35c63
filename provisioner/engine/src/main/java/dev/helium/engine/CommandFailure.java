package dev.helium.engine;

import com.pulumi.automation.CommandException;
import com.pulumi.automation.CommandResult;

/** The Automation API's failure of a command, with the typed one inside. */
public final class CommandFailure extends CommandException {
  private static final long serialVersionUID = 1L;

  private final transient EngineFailure failure;

  CommandFailure(CommandResult result, EngineFailure failure, Throwable cause) {
    super(result);
    this.failure = failure;
    initCause(cause);
  }

  public EngineFailure failure() {
    return failure;
  }
}
