package dev.helium.backends.program.source;

/**
 * There is no program. The message names repositories and commits as they were asked for, no secret
 * and nothing that a server or {@code git} said.
 */
public final class RepositoryException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean passing;

  private RepositoryException(String message, boolean passing, Throwable cause) {
    super(message, cause);
    this.passing = passing;
  }

  /** Asking again will not help. */
  public static RepositoryException refused(String message) {
    return new RepositoryException(message, false, null);
  }

  /** Asking later may help. */
  static RepositoryException passing(String message) {
    return new RepositoryException(message, true, null);
  }

  /** Asking later may help. */
  static RepositoryException passing(String message, Throwable cause) {
    return new RepositoryException(message, true, cause);
  }

  public boolean isPassing() {
    return passing;
  }
}
