package dev.helium.gateway.webhook.delivery;

import java.time.Duration;
import java.util.Objects;

/**
 * How events are delivered.
 *
 * @param timeout of one try, from the look-up of the host to the end of the answer
 * @param largestAnswer that is read of an answer, in bytes
 * @param largestBody of a request, in bytes; larger events are sent without their data
 * @param atOnce workspaces whose events are on their way to one webhook at the same time
 * @param mostHeld events of one webhook that are found and not delivered; beyond them it waits
 * @param longestRetryAfter how long a receiver may ask to be left alone
 * @param writeEvery how often the progress of a webhook is kept, at most
 */
public record DeliverySettings(
    RetrySchedule retries,
    Duration timeout,
    int largestAnswer,
    int largestBody,
    int atOnce,
    int mostHeld,
    Duration longestRetryAfter,
    Duration writeEvery) {
  public static final DeliverySettings DEFAULT =
      new DeliverySettings(
          RetrySchedule.DEFAULT,
          Duration.ofSeconds(15),
          16 * 1024,
          20_000,
          8,
          1_000,
          Duration.ofHours(1),
          Duration.ofSeconds(1));

  public DeliverySettings {
    Objects.requireNonNull(retries, "retries");
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(longestRetryAfter, "longestRetryAfter");
    Objects.requireNonNull(writeEvery, "writeEvery");
    if (largestAnswer < 1 || largestBody < 1 || atOnce < 1 || mostHeld < atOnce) {
      throw new IllegalArgumentException("there is room for one of each at least");
    }
  }

  /** The same, tried again otherwise. */
  public DeliverySettings retrying(RetrySchedule schedule, Duration longest) {
    return new DeliverySettings(
        schedule,
        longest,
        largestAnswer,
        largestBody,
        atOnce,
        mostHeld,
        longestRetryAfter,
        writeEvery);
  }
}
