package dev.helium.provisioner.attempt;

import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;

/** A cluster that a workspace made, or was given, cannot be used; everybody may know why. */
final class UnusableClusterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailureKind kind;

  UnusableClusterException(FailureKind kind, String message) {
    super(message);
    this.kind = kind;
  }

  Failure failure() {
    return new Failure(kind, getMessage());
  }
}
