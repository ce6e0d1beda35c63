package dev.helium.domain.webhook;

import dev.helium.domain.SealedContent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What people want of a webhook.
 *
 * @param owner who made it
 * @param url where events are posted to; at most {@value #LONGEST_URL} characters
 * @param description in words; at most {@value #LONGEST_DESCRIPTION} characters
 * @param paused whether nothing is to be sent for now
 * @param secret that signs, sealed for this webhook
 * @param retiring secrets that still sign beside it
 * @param from the first offset that concerns it, by partition of the events
 * @param redelivery the newest that was asked for
 * @param changedBy who changed it last
 */
public record Webhook(
    WebhookId id,
    String owner,
    String url,
    String description,
    EventFilter filter,
    boolean paused,
    Round round,
    SealedContent secret,
    List<RetiringSecret> retiring,
    List<Long> from,
    Redelivery redelivery,
    Instant createdAt,
    Instant changedAt,
    String changedBy)
    implements WebhookRecord {
  public static final int LONGEST_URL = 2_000;
  public static final int LONGEST_DESCRIPTION = 500;

  public Webhook {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(filter, "filter");
    Objects.requireNonNull(round, "round");
    Objects.requireNonNull(secret, "secret");
    retiring = List.copyOf(retiring);
    from = List.copyOf(from);
    Objects.requireNonNull(redelivery, "redelivery");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(changedAt, "changedAt");
    Objects.requireNonNull(changedBy, "changedBy");
    if (url.isEmpty() || url.length() > LONGEST_URL) {
      throw new IllegalArgumentException("a URL has 1 to " + LONGEST_URL + " characters");
    }
    if (description.length() > LONGEST_DESCRIPTION) {
      throw new IllegalArgumentException(
          "a description has at most " + LONGEST_DESCRIPTION + " characters");
    }
  }

  /** A new one, which delivers what happens from now on. */
  public static Webhook made(
      WebhookId id,
      String owner,
      WebhookTerms terms,
      SealedContent secret,
      List<Long> from,
      Instant at) {
    return new Webhook(
        id,
        owner,
        terms.url(),
        terms.description(),
        terms.filter(),
        terms.paused(),
        Round.FIRST,
        secret,
        List.of(),
        from,
        Redelivery.NONE,
        at,
        at,
        owner);
  }

  /** What somebody may change. */
  public WebhookTerms terms() {
    return new WebhookTerms(url, description, filter, paused);
  }

  public Webhook under(WebhookTerms terms, Instant at, String by) {
    return new Webhook(
        id,
        owner,
        terms.url(),
        terms.description(),
        terms.filter(),
        terms.paused(),
        round,
        secret,
        retiring,
        from,
        redelivery,
        createdAt,
        at,
        by);
  }

  /** Delivering goes on where it stopped, at once, with all tries before it. */
  public Webhook resumed(boolean skip, Instant at, String by) {
    return new Webhook(
        id,
        owner,
        url,
        description,
        filter,
        false,
        round.next(skip),
        secret,
        retiring,
        from,
        redelivery,
        createdAt,
        at,
        by);
  }

  /** With a new secret; the one before it signs on until then, and none before that one. */
  public Webhook rotated(SealedContent next, Instant until, Instant at, String by) {
    List<RetiringSecret> before =
        until.isAfter(at) ? List.of(new RetiringSecret(secret, until)) : List.of();
    return new Webhook(
        id,
        owner,
        url,
        description,
        filter,
        paused,
        round,
        next,
        before,
        from,
        redelivery,
        createdAt,
        at,
        by);
  }

  public Webhook redelivering(Redelivery wanted, String by) {
    return new Webhook(
        id,
        owner,
        url,
        description,
        filter,
        paused,
        round,
        secret,
        retiring,
        from,
        wanted,
        createdAt,
        wanted.requestedAt(),
        by);
  }

  /** The secrets that sign, the newest first. */
  public List<SealedContent> secretsAt(Instant now) {
    List<SealedContent> valid = new ArrayList<>(List.of(secret));
    retiring.stream()
        .filter(old -> old.until().isAfter(now))
        .map(RetiringSecret::secret)
        .forEach(valid::add);
    return valid;
  }
}
