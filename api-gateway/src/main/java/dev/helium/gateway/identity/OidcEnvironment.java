package dev.helium.gateway.identity;

import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Whose signed tokens count, as the environment says it. */
final class OidcEnvironment {
  private static final String ISSUER = "HELIUM_OIDC_ISSUER";
  private static final String AUDIENCE = "HELIUM_OIDC_AUDIENCE";
  private static final String CLIENT = "HELIUM_CLIENT_ID";
  private static final String SECRET = "HELIUM_CLIENT_SECRET";
  private static final String SCOPES = "HELIUM_OIDC_SCOPES";
  private static final String NAME = "HELIUM_OIDC_NAME_CLAIM";
  private static final String GROUPS = "HELIUM_OIDC_GROUPS_CLAIM";
  private static final String ROLES = "HELIUM_OIDC_ROLES";
  private static final List<String> USUAL_NAMES = List.of("email", "preferred_username", "sub");

  /** RFC 6749, appendix A.4. */
  private static final Pattern SCOPE = Pattern.compile("[!#-\\[\\]-~]{1,100}");

  private OidcEnvironment() {}

  /** Empty when no issuer is named. */
  static Optional<OidcSettings> of(Environment environment) {
    return environment
        .find(ISSUER)
        .map(
            issuer ->
                new OidcSettings(
                    issuer(issuer.strip()),
                    audience(environment),
                    environment.find(NAME).map(String::strip).map(List::of).orElse(USUAL_NAMES),
                    environment.text(GROUPS, "groups").strip(),
                    roles(environment),
                    client(environment)));
  }

  private static URI issuer(String text) {
    try {
      URI issuer = URI.create(text);
      if (SafeAddress.isSafe(issuer) && issuer.getQuery() == null && issuer.getFragment() == null) {
        return issuer;
      }
    } catch (IllegalArgumentException notAnAddress) {
      throw new ConfigurationException(ISSUER, SafeAddress.RULE);
    }
    throw new ConfigurationException(ISSUER, SafeAddress.RULE);
  }

  private static String audience(Environment environment) {
    return environment
        .find(AUDIENCE)
        .or(() -> environment.find(CLIENT))
        .map(String::strip)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    AUDIENCE, "or HELIUM_CLIENT_ID must be set together with " + ISSUER));
  }

  private static Optional<OidcClient> client(Environment environment) {
    return environment
        .find(CLIENT)
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .map(id -> new OidcClient(id, environment.text(SECRET, "").strip(), scopes(environment)));
  }

  private static Set<String> scopes(Environment environment) {
    Set<String> scopes =
        new TreeSet<>(
            List.of(environment.text(SCOPES, "openid profile email").strip().split("\\s+")));
    if (!scopes.contains("openid")
        || scopes.stream().anyMatch(scope -> !SCOPE.matcher(scope).matches())) {
      throw new ConfigurationException(
          SCOPES, "must be names separated by spaces, and openid one of them");
    }
    return scopes;
  }

  private static GroupRoles roles(Environment environment) {
    try {
      return GroupRoles.parse(environment.required(ROLES));
    } catch (IllegalArgumentException invalid) {
      throw new ConfigurationException(ROLES, invalid.getMessage());
    }
  }
}
