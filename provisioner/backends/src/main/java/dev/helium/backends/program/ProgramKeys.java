package dev.helium.backends.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.backends.ConfigEntry;
import dev.helium.backends.program.source.CommitPin;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keys of the stack's configuration, and what Helium itself keeps there. */
final class ProgramKeys {
  private static final String PROJECT = "helium:";
  private static final String COMMIT = PROJECT + "program-commit";

  /** Those that every program is told. */
  private static final Set<String> OWN =
      Set.of(
          "helium:id",
          "helium:incarnation",
          "helium:expiry",
          "helium:created-by",
          "helium:backend",
          "helium:kubeconfig",
          COMMIT);

  private static final ObjectMapper JSON = new ObjectMapper();

  private ProgramKeys() {}

  static Set<String> kept() {
    return Set.of(COMMIT);
  }

  /** A key without a namespace has that of the project, as with the command line. */
  static String whole(String key) {
    return key.contains(":") ? key : PROJECT + key;
  }

  static boolean isOwn(String key) {
    return OWN.contains(whole(key));
  }

  /** A secret: the name of a private repository is nobody's business. */
  static Map<String, ConfigEntry> of(CommitPin pin) {
    try {
      return Map.of(COMMIT, new ConfigEntry(JSON.writeValueAsString(pin), true));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a record that is no JSON", impossible);
    }
  }

  static Optional<CommitPin> pin(Map<String, String> kept) {
    String json = kept.getOrDefault(COMMIT, "");
    try {
      return json.isEmpty() ? Optional.empty() : Optional.of(JSON.readValue(json, CommitPin.class));
    } catch (JsonProcessingException unfit) {
      throw new IllegalStateException("what is kept of a program cannot be read", unfit);
    }
  }
}
