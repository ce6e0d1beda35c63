package dev.helium.gateway.webhook.address;

/** Nothing is sent there; the message says why and names no address. */
public final class RefusedDestinationException extends Exception {
  private static final long serialVersionUID = 1L;

  RefusedDestinationException(String message) {
    super(message);
  }
}
