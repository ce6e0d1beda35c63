package dev.helium.gateway.identity;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * A token that somebody was given.
 *
 * @param id that the audit names it by
 * @param name of who owns it, as workspaces say it under "created by"
 * @param scopes what it is good for at most, whatever the role
 * @param expires {@link Instant#MAX} when it never does
 */
record TokenEntry(
    String id, TokenDigest digest, String name, Role role, Set<Action> scopes, Instant expires) {
  TokenEntry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(expires, "expires");
    scopes = Set.copyOf(scopes);
  }

  Identity identity() {
    return new Identity(name, role, scopes, new Means(Means.Kind.TOKEN, id));
  }
}
