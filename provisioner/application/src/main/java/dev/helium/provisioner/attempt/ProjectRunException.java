package dev.helium.provisioner.attempt;

import dev.helium.domain.Failure;

/** A project could not be run to its end; the failure can be shown to everybody. */
final class ProjectRunException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  ProjectRunException(Failure failure) {
    super(failure.message());
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}
