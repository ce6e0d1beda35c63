package dev.helium.gateway.webhook.delivery;

/** A receiver did not answer in time. */
final class NoAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  NoAnswerException() {
    super("there was no answer in time");
  }
}
