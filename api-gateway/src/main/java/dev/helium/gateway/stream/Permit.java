package dev.helium.gateway.stream;

import dev.helium.gateway.identity.Access;
import dev.helium.gateway.identity.Action;
import dev.helium.gateway.identity.Identity;
import dev.helium.gateway.recent.ToldEvent;
import java.util.Objects;

/** What a subscriber may hear of. */
record Permit(Identity identity) {
  Permit {
    Objects.requireNonNull(identity, "identity");
  }

  /** Whether it is still a permit at all. */
  boolean holds() {
    return Access.allows(identity, Action.READ);
  }

  boolean allows(ToldEvent event) {
    return Access.allows(identity, Action.READ, event.beside().owner());
  }
}
