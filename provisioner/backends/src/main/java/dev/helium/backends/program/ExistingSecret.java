package dev.helium.backends.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.backends.ApiServer;
import dev.helium.backends.ConfigEntry;
import dev.helium.backends.PreparationException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A value in a secret of the cluster.
 *
 * @param config the key of the configuration that gets it
 * @param key in the secret
 */
record ExistingSecret(String config, String namespace, String name, String key) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * As it is now.
   *
   * @throws PreparationException when it is not there, or may not be read
   */
  ConfigEntry read(ApiServer server) {
    String json =
        server
            .get("/api/v1/namespaces/" + namespace + "/secrets/" + name)
            .orElseThrow(() -> lacking(" is not there, or may not be read by Helium"));
    try {
      JsonNode value = JSON.readTree(json).path("data").path(key);
      if (!value.isTextual()) {
        throw lacking(" has no " + key);
      }
      byte[] content = Base64.getDecoder().decode(value.asText());
      return new ConfigEntry(new String(content, StandardCharsets.UTF_8), true);
    } catch (JsonProcessingException | IllegalArgumentException unreadable) {
      // Without the cause, which may hold it.
      throw lacking(" cannot be read");
    }
  }

  private PreparationException lacking(String why) {
    return PreparationException.refused("the secret " + namespace + "/" + name + why);
  }
}
