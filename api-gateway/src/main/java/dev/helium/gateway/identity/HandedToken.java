package dev.helium.gateway.identity;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A token that somebody was given, without anything that it could be recognised by.
 *
 * @param id that the audit names it by
 * @param name of who owns it
 * @param scopes what it is good for at most, whatever the role
 * @param expires empty when it never does
 */
public record HandedToken(
    String id, String name, Role role, Set<Action> scopes, Optional<Instant> expires) {
  public HandedToken {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(expires, "expires");
    scopes = Set.copyOf(scopes);
  }

  static HandedToken of(TokenEntry entry) {
    return new HandedToken(
        entry.id(),
        entry.name(),
        entry.role(),
        entry.scopes(),
        Optional.of(entry.expires()).filter(expires -> expires.isBefore(Instant.MAX)));
  }

  public boolean isExpired(Instant now) {
    return expires.filter(end -> !now.isBefore(end)).isPresent();
  }
}
