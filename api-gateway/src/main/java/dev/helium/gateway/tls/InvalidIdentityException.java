package dev.helium.gateway.tls;

/** Says what is wrong with a certificate or its key, without anything of the key. */
public final class InvalidIdentityException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidIdentityException(String message) {
    super(message);
  }

  InvalidIdentityException(String message, Throwable cause) {
    super(message, cause);
  }
}
