package dev.helium.log;

import dev.helium.domain.quota.Claim;
import java.util.Map;

/**
 * What a partition of the admissions holds.
 *
 * @param answered where the newest request stands that has been answered; {@link #NONE_ANSWERED}
 *     before the first
 * @param claims by their keys
 */
public record StandingClaims(long answered, Map<String, Claim> claims) {
  public static final long NONE_ANSWERED = -1;

  public StandingClaims {
    claims = Map.copyOf(claims);
  }
}
