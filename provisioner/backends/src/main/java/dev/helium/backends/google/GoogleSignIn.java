package dev.helium.backends.google;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.backends.Problem;
import dev.helium.backends.product.Values;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a program signs in: with the key of a service account that is given, or as the provisioner
 * does. Other kinds of credentials can name files to read and commands to run.
 */
public final class GoogleSignIn {
  private static final String PATH = "credentials";
  private static final Set<String> VARIABLES =
      Set.of(
          "GOOGLE_CREDENTIALS",
          "GOOGLE_CLOUD_KEYFILE_JSON",
          "GCLOUD_KEYFILE_JSON",
          "GOOGLE_APPLICATION_CREDENTIALS",
          "GOOGLE_OAUTH_ACCESS_TOKEN");

  private static final Set<String> TOKEN_ADDRESSES =
      Set.of("https://oauth2.googleapis.com/token", "https://accounts.google.com/o/oauth2/token");
  private static final ObjectMapper JSON = new ObjectMapper();

  private GoogleSignIn() {}

  /**
   * What keeps a program from signing in; asks nobody.
   *
   * @param environment of the process
   */
  public static List<Problem> broken(Values values, Map<String, String> environment) {
    Optional<String> rule = values.has(PATH) ? unfit(values.text(PATH)) : lacking(environment);
    return rule.map(why -> new Problem(PATH, why)).stream().toList();
  }

  /** The key that is given, a secret; empty for the provisioner's own way. */
  static Optional<String> key(Values values) {
    return values.has(PATH) ? Optional.of(values.text(PATH)) : Optional.empty();
  }

  private static Optional<String> lacking(Map<String, String> environment) {
    boolean ambient =
        VARIABLES.stream().anyMatch(name -> !environment.getOrDefault(name, "").isBlank())
            || Files.isRegularFile(
                Path.of(
                    environment.getOrDefault("HOME", "/nonexistent"),
                    ".config/gcloud/application_default_credentials.json"));
    return ambient
        ? Optional.empty()
        : Optional.of(
            "must be given: the provisioner has no credentials of its own for Google Cloud");
  }

  private static Optional<String> unfit(String text) {
    try {
      JsonNode key = JSON.readTree(text);
      boolean isKey =
          key.path("type").asText().equals("service_account")
              && !key.path("client_email").asText().isBlank()
              && !key.path("private_key").asText().isBlank()
              && TOKEN_ADDRESSES.contains(key.path("token_uri").asText());
      return isKey
          ? Optional.empty()
          : Optional.of(
              "must be the key of a service account, with type service_account, client_email,"
                  + " private_key, and Google's token_uri");
    } catch (JsonProcessingException unreadable) {
      // Without its message, which quotes what may be a secret.
      return Optional.of("must be the key of a service account in JSON");
    }
  }
}
