package dev.helium.pages.web;

import dev.helium.pages.read.ApiProblem;

/** The API refused what a page needs. Becomes an error page unless the page knows better. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ApiProblem problem;

  public RefusedException(ApiProblem problem) {
    super(problem.status() + " " + problem.title(), null, false, false);
    this.problem = problem;
  }

  public ApiProblem problem() {
    return problem;
  }
}
