package dev.helium.launcher.client;

import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.UserException;

/** The API refused. */
public final class ProblemException extends UserException {
  private static final long serialVersionUID = 1L;

  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(
        problem.status() == NOT_FOUND || problem.status() == GONE
            ? ExitCode.NOT_FOUND
            : ExitCode.FAILED,
        problem.text());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
