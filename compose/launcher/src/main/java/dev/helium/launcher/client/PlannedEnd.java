package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * When a workspace is to go, and how far it is on its way out.
 *
 * @param state such as {@code to-come} or {@code deleting}
 * @param cluster the workspace whose cluster it lives in; empty for the default cluster
 */
public record PlannedEnd(
    String workspace,
    String expiry,
    boolean overdue,
    String state,
    String why,
    String createdBy,
    String cluster) {

  static PlannedEnd of(JsonNode entry) {
    return new PlannedEnd(
        entry.path("ID").asText(),
        entry.path("Expiry").asText(),
        entry.path("Overdue").asBoolean(),
        entry.path("State").asText(),
        entry.path("Why").asText(),
        entry.path("CreatedBy").asText(),
        entry.path("Cluster").asText());
  }
}
