package dev.helium.domain.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * How far a webhook has come: every event below {@code next} that it wants is delivered or given up
 * on, but for those that are held.
 *
 * @param round that this is of
 * @param next the first offset that was not looked at, by partition of the events
 * @param redelivery the newest whose events are among the held, or done
 * @param attempts the newest, newest first; at most {@value #MOST_ATTEMPTS}
 */
public record DeliveryProgress(
    WebhookId id,
    int round,
    DeliveryState state,
    List<Long> next,
    List<HeldEvents> held,
    int redelivery,
    List<Attempt> attempts,
    Instant changedAt)
    implements WebhookRecord {
  public static final int MOST_ATTEMPTS = 20;

  public DeliveryProgress {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(state, "state");
    next = List.copyOf(next);
    held = List.copyOf(held);
    attempts = List.copyOf(attempts);
    Objects.requireNonNull(changedAt, "changedAt");
    if (attempts.size() > MOST_ATTEMPTS) {
      throw new IllegalArgumentException("at most " + MOST_ATTEMPTS + " attempts are kept");
    }
  }

  /** Of a webhook that nothing was done for yet. */
  public static DeliveryProgress none(Webhook webhook) {
    return new DeliveryProgress(
        webhook.id(),
        webhook.round().number(),
        new DeliveryState.Delivering(),
        webhook.from(),
        List.of(),
        0,
        List.of(),
        webhook.createdAt());
  }

  /** How many events are held. */
  public int waiting() {
    return held.stream().mapToInt(each -> each.places().offsets().size()).sum();
  }

  /** What the webhook's present round is parked for, or that it is not. */
  public DeliveryState stateOf(Webhook webhook) {
    return round == webhook.round().number() ? state : new DeliveryState.Delivering();
  }
}
