package dev.helium.launcher.client;

import dev.helium.launcher.console.UserException;

/** The API refused. */
public final class ProblemException extends UserException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.text());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
