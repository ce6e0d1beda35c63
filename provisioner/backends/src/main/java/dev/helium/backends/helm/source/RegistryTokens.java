package dev.helium.backends.helm.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.backends.helm.source.Download.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gets leave to read from a registry.
 *
 * @see <a href="https://distribution.github.io/distribution/spec/auth/token/">how that goes</a>
 */
final class RegistryTokens {
  private static final int LARGEST = 64 * 1024;
  private static final Pattern PARAMETER = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
  private static final ObjectMapper JSON = new ObjectMapper();

  private RegistryTokens() {}

  /** The {@code Authorization} that a challenge of the registry asks for. */
  static Map<String, String> answer(
      String challenge, Credentials credentials, Download download, URI registry)
      throws SourceException {
    if (challenge.regionMatches(true, 0, "Basic", 0, 5) && !credentials.isNone()) {
      return Archives.headers(credentials);
    }
    Map<String, String> said = new HashMap<>();
    Matcher parameters = PARAMETER.matcher(challenge);
    while (parameters.find()) {
      said.put(parameters.group(1), parameters.group(2));
    }
    if (!challenge.regionMatches(true, 0, "Bearer", 0, 6) || !said.containsKey("realm")) {
      throw Archives.refused(registry, "the chart", 401);
    }
    URI address = address(said, registry);
    Answer answer = download.get(address, Archives.headers(credentials), LARGEST);
    if (!answer.isFound()) {
      throw Archives.refused(address, "the chart", answer.status());
    }
    return Map.of("Authorization", "Bearer " + token(answer.body(), address));
  }

  private static URI address(Map<String, String> said, URI registry) throws SourceException {
    try {
      String realm = said.get("realm");
      return URI.create(
          realm
              + (realm.contains("?") ? "&" : "?")
              + "service="
              + encoded(said.getOrDefault("service", ""))
              + "&scope="
              + encoded(said.getOrDefault("scope", "")));
    } catch (IllegalArgumentException unfit) {
      throw SourceException.refused(
          Download.shown(registry) + " says no address at which it gives leave to read");
    }
  }

  private static String token(byte[] body, URI address) throws SourceException {
    try {
      var answer = JSON.readTree(body);
      String token = answer.path("token").asText(answer.path("access_token").asText());
      if (token.matches("[!-~]{1,16384}")) {
        return token;
      }
    } catch (IOException unfit) {
      throw SourceException.unavailable(Download.shown(address) + " gives no leave to read", unfit);
    }
    throw SourceException.refused(Download.shown(address) + " gives no leave to read");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
