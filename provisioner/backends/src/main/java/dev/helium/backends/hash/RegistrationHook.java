package dev.helium.backends.hash;

import java.util.Map;

/**
 * Configuration of the identity server that is laid over its image's own, in which it would tell of
 * new people to the API at {@code localhost}, with a key that everybody knows.
 */
final class RegistrationHook {
  private RegistrationHook() {}

  static String file(int port, String apiKey) {
    return Template.filled(
        Credentials.HOOK_FILE,
        Map.of("API_HOST", Names.API, "API_PORT", Integer.toString(port), "API_KEY", apiKey));
  }
}
