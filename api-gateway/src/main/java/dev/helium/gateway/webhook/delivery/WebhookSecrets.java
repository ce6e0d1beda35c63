package dev.helium.gateway.webhook.delivery;

import dev.helium.domain.SealedContent;
import dev.helium.domain.webhook.Webhook;
import dev.helium.domain.webhook.WebhookId;
import dev.helium.wire.Sealing;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;

/** The secrets that sign: made here, kept sealed, and told once. */
public final class WebhookSecrets {
  private static final String PREFIX = "whsec_";
  private static final int LENGTH = 32;

  private final Sealing sealing;
  private final RandomGenerator random;

  /**
   * @param random as good as the secrets are to be
   */
  public WebhookSecrets(Sealing sealing, RandomGenerator random) {
    this.sealing = sealing;
    this.random = random;
  }

  /**
   * A secret that was told to nobody yet.
   *
   * @param text as Standard Webhooks writes it, for the one answer that tells it
   */
  public record Fresh(SealedContent sealed, String text) {
    @Override
    public String toString() {
      return "Fresh[" + sealed.digest() + "]";
    }
  }

  public Fresh make(WebhookId webhook) {
    byte[] secret = new byte[LENGTH];
    random.nextBytes(secret);
    return new Fresh(
        sealing.seal(webhook, secret), PREFIX + Base64.getEncoder().encodeToString(secret));
  }

  /**
   * Those that sign now, the newest first, or an {@link dev.helium.wire.UnreadableException} when
   * they cannot be opened.
   */
  List<byte[]> open(Webhook webhook, Instant now) {
    return webhook.secretsAt(now).stream()
        .map(secret -> sealing.unseal(webhook.id(), secret))
        .toList();
  }
}
