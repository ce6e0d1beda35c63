package dev.helium.broker;

/** The broker cannot run; the message is one sentence for the person who started it. */
public final class BrokerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BrokerException(String message, Throwable cause) {
    super(message, cause);
  }
}
