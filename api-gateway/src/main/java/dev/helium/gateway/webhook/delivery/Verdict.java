package dev.helium.gateway.webhook.delivery;

import java.time.Duration;

/** What came of one try to send something. */
public sealed interface Verdict {
  /** The receiver has it. */
  record Delivered(int status) implements Verdict {}

  /**
   * The receiver does not have it, as far as is known.
   *
   * @param status of the answer; 0 when there was none
   * @param detail in Helium's words
   * @param retryAfter how long the receiver asked to be left alone; zero when it did not
   */
  record Failed(int status, String detail, Duration retryAfter) implements Verdict {
    static Failed because(String detail) {
      return new Failed(0, detail, Duration.ZERO);
    }
  }

  /** The receiver wants no more. */
  record Gone(int status) implements Verdict {}
}
