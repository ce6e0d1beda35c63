package dev.helium.cluster.binaries;

/**
 * One way of obtaining a program is closed on this machine; the message says why, in half a
 * sentence.
 */
final class SourceUnavailableException extends Exception {

  private static final long serialVersionUID = 1L;

  SourceUnavailableException(String message) {
    super(message);
  }

  SourceUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
