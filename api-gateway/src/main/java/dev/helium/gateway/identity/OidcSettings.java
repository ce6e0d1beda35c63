package dev.helium.gateway.identity;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whose signed tokens count, and what they say.
 *
 * @param issuer exactly as it calls itself
 * @param audience that tokens have to be for
 * @param nameClaims that may hold the name, the first one first
 * @param groupsClaim that lists the groups of somebody
 * @param roles of the groups
 * @param client that people sign in with; empty when they do not
 */
record OidcSettings(
    URI issuer,
    String audience,
    List<String> nameClaims,
    String groupsClaim,
    GroupRoles roles,
    Optional<OidcClient> client) {
  OidcSettings {
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(roles, "roles");
    Objects.requireNonNull(client, "client");
    nameClaims = List.copyOf(nameClaims);
    if (audience.isBlank() || groupsClaim.isBlank() || nameClaims.isEmpty()) {
      throw new IllegalArgumentException(
          "an audience, a claim of groups and one of names are needed");
    }
  }
}
