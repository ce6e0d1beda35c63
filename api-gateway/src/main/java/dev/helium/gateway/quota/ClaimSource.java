package dev.helium.gateway.quota;

import dev.helium.domain.quota.Claim;
import java.util.Collection;
import java.util.Optional;

/** Where the newest claims are known. */
@FunctionalInterface
public interface ClaimSource {
  /** Empty before they were read for the first time. */
  Optional<Collection<Claim>> claims();
}
