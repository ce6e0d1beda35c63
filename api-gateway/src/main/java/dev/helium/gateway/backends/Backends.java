package dev.helium.gateway.backends;

import dev.helium.domain.BackendDescription;
import java.util.Map;
import java.util.Optional;

/** Where it is known what backends there are. */
@FunctionalInterface
public interface Backends {
  /** The backends by their name; empty before they were read for the first time. */
  Optional<Map<String, BackendDescription>> known();
}
