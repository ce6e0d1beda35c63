package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something that somebody asked for, in the server's words; what is not known is empty.
 *
 * @param status of the answer; 0 when nobody waited for it
 * @param problem the type of the problem that was answered
 */
public record AuditEntry(
    String at,
    String who,
    String role,
    String operation,
    String workspace,
    int status,
    String problem,
    String address) {
  static AuditEntry of(JsonNode entry) {
    return new AuditEntry(
        entry.path("At").asText(),
        entry.path("Who").asText(),
        entry.path("Role").asText(),
        entry.path("Operation").asText(),
        entry.path("Workspace").asText(),
        entry.path("Status").asInt(),
        entry.path("Problem").asText(),
        entry.path("Address").asText());
  }
}
