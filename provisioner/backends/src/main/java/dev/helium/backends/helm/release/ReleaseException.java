package dev.helium.backends.helm.release;

/**
 * What a chart makes cannot be the objects of a workspace; the message names kinds and templates.
 */
public final class ReleaseException extends Exception {
  private static final long serialVersionUID = 1L;

  ReleaseException(String message) {
    super(message);
  }
}
