package dev.helium.domain;

import java.time.Duration;
import java.util.Objects;

/**
 * What is settled about the end of a life beside its expiry.
 *
 * @param protection {@link Protection#NONE} when nobody protects it
 * @param announced how long before its present end that was announced last; zero before the first
 *     time
 * @param expired whether it was its expiry that ended it
 */
public record Terms(Protection protection, Duration announced, boolean expired) {
  /** With which every life begins. */
  public static final Terms NONE = new Terms(Protection.NONE, Duration.ZERO, false);

  public Terms {
    Objects.requireNonNull(protection, "protection");
    Objects.requireNonNull(announced, "announced");
  }

  Terms with(Protection next) {
    return new Terms(next, announced, expired);
  }

  Terms announced(Duration lead) {
    return new Terms(protection, lead, expired);
  }

  /** Nothing protects what goes. Sweeping what was left does not change why it went. */
  Terms ending(DeletionReason reason) {
    return switch (reason) {
      case DeletionReason.Requested ignored -> NONE;
      case DeletionReason.Expired ignored -> new Terms(Protection.NONE, announced, true);
      case DeletionReason.Drifted ignored -> NONE;
      case DeletionReason.Swept ignored -> new Terms(Protection.NONE, announced, expired);
    };
  }
}
