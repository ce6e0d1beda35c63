package dev.helium.gateway.webhook;

import dev.helium.gateway.webhook.address.AllowedInside;
import dev.helium.gateway.webhook.delivery.DeliverySettings;
import dev.helium.gateway.webhook.delivery.RetrySchedule;
import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Objects;

/**
 * What webhooks may do.
 *
 * @param allowed inside
 * @param perOwner webhooks of one owner at most
 * @param inAll webhooks at most
 */
public record WebhookSettings(
    AllowedInside allowed, DeliverySettings delivery, int perOwner, int inAll) {
  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);
  private static final String ALLOW = "HELIUM_WEBHOOK_ALLOW";
  private static final String RETRIES = "HELIUM_WEBHOOK_RETRIES";

  public WebhookSettings {
    Objects.requireNonNull(allowed, "allowed");
    Objects.requireNonNull(delivery, "delivery");
    if (perOwner < 1 || inAll < perOwner) {
      throw new IllegalArgumentException("there is room for one webhook at least");
    }
  }

  public static WebhookSettings of(Environment environment) {
    int inAll = environment.integer("HELIUM_WEBHOOKS_MOST", 1_000, 1, 1_000);
    return new WebhookSettings(
        allowed(environment),
        DeliverySettings.DEFAULT.retrying(
            retries(environment),
            environment.duration(
                "HELIUM_WEBHOOK_TIMEOUT",
                DeliverySettings.DEFAULT.timeout(),
                Duration.ofMillis(1),
                LONGEST_TIMEOUT)),
        environment.integer("HELIUM_WEBHOOKS_PER_OWNER", Math.min(20, inAll), 1, inAll),
        inAll);
  }

  private static AllowedInside allowed(Environment environment) {
    try {
      return AllowedInside.parse(environment.text(ALLOW, ""));
    } catch (IllegalArgumentException invalid) {
      throw new ConfigurationException(ALLOW, invalid.getMessage());
    }
  }

  private static RetrySchedule retries(Environment environment) {
    try {
      return environment
          .find(RETRIES)
          .map(
              list ->
                  new RetrySchedule(
                      Arrays.stream(list.split(",", -1))
                          .map(String::strip)
                          .map(Duration::parse)
                          .toList()))
          .orElse(RetrySchedule.DEFAULT);
    } catch (DateTimeParseException | IllegalArgumentException invalid) {
      throw new ConfigurationException(
          RETRIES,
          "must be 1 to "
              + RetrySchedule.MOST
              + " durations such as PT5S, separated by commas, none longer than a week");
    }
  }
}
