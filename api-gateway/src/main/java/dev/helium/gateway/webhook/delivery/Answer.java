package dev.helium.gateway.webhook.delivery;

import java.util.Objects;

/**
 * All that is taken of what a receiver answers.
 *
 * @param retryAfter as it came; empty when it did not
 */
record Answer(int status, String retryAfter) {
  Answer {
    Objects.requireNonNull(retryAfter, "retryAfter");
  }
}
