package dev.helium.domain.webhook;

import dev.helium.domain.SealedContent;
import java.time.Instant;
import java.util.Objects;

/** A secret that still signs beside the new one, so that nobody has to change both at once. */
public record RetiringSecret(SealedContent secret, Instant until) {
  public RetiringSecret {
    Objects.requireNonNull(secret, "secret");
    Objects.requireNonNull(until, "until");
  }
}
