package dev.helium.backends;

import java.util.Map;

/**
 * What every program is told about the workspace it makes.
 *
 * @param expiry as an ISO-8601 instant
 */
public record WorkspaceFacts(
    String id, long incarnation, String expiry, String createdBy, String backend) {

  /** As stack configuration, under the names that the original Helium used. */
  public Map<String, ConfigEntry> config() {
    return Map.of(
        "helium:id", plain(id),
        "helium:incarnation", plain(Long.toString(incarnation)),
        "helium:expiry", plain(expiry),
        "helium:created-by", plain(createdBy),
        "helium:backend", plain(backend));
  }

  private static ConfigEntry plain(String value) {
    return new ConfigEntry(value, false);
  }
}
