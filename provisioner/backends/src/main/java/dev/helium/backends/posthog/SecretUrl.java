package dev.helium.backends.posthog;

import java.util.Map;

/**
 * A URL with a password inside. Where the password is known it stands, whole, under a key of the
 * secret {@code posthog}; where it is not, the kubelet puts it together. Either way the password
 * has to be made of letters that a URL takes as they are.
 *
 * @param key in the secret
 * @param user may be empty
 * @param location host, port and path
 */
record SecretUrl(String key, String scheme, String user, String location, Credential password) {
  /** What is to stand in the secret because of it. */
  Map<String, String> content() {
    return password instanceof Credential.Kept kept
        ? Map.of(key, with(":" + kept.value()))
        : Map.of();
  }

  /**
   * Makes it a variable.
   *
   * @param part the variable that holds the password where it has to be put together
   */
  void addTo(Variables variables, String variable, String part) {
    switch (password) {
      case Credential.Kept ignored -> variables.secret(variable, Names.POSTHOG, key);
      case Credential.Referenced there ->
          variables
              .secret(part, there.secret(), there.key())
              .plain(variable, with(":$(" + part + ")"));
      case Credential.None() -> variables.plain(variable, with(""));
    }
  }

  private String with(String secret) {
    String who = user + secret;
    return scheme + "://" + (who.isEmpty() ? "" : who + "@") + location;
  }
}
