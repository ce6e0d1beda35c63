package dev.helium.domain.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What one workspace takes of what its owner may have.
 *
 * @param until when it ends, unless somebody changes that
 */
public record Holding(String backend, Footprint footprint, Instant until) {
  /** Of what is not there. */
  public static final Holding NONE = new Holding("", Footprint.NONE, Instant.EPOCH);

  private static final int SECONDS = 60;

  public Holding {
    Objects.requireNonNull(backend, "backend");
    Objects.requireNonNull(footprint, "footprint");
    Objects.requireNonNull(until, "until");
  }

  public boolean isNone() {
    return equals(NONE);
  }

  /** In the resource's unit. A minute that has begun counts whole. */
  long amount(Resource resource, Instant now) {
    if (isNone()) {
      return 0;
    }
    return switch (resource) {
      case WORKSPACES -> 1;
      case CPU -> footprint.millicores();
      case MEMORY -> footprint.bytes();
      case LIFETIME -> minutes(now);
    };
  }

  private long minutes(Instant now) {
    if (!until.isAfter(now)) {
      return 0;
    }
    Duration left = Duration.between(now, until);
    return Math.ceilDiv(left.getSeconds() + (left.getNano() > 0 ? 1 : 0), SECONDS);
  }
}
