package dev.helium.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What the API answered.
 *
 * @param location empty when there is none
 */
public record Answer(int status, String contentType, String location, JsonNode body) {
  /** Text of a field of the answer, or of the workspace in it; empty when it is not there. */
  public String text(String field) {
    JsonNode workspace = body.path("Workspace");
    return (workspace.has(field) ? workspace : body).path(field).asText();
  }

  /** The codes of the reasons why the workspace is not ready. */
  public List<String> reasonCodes() {
    return texts(body.path("Workspace").path("Reasons"), "Code");
  }

  /** The fields that a problem document complains about. */
  public List<String> wrongFields() {
    return texts(body.path("errors"), "field");
  }

  /** The names in a list of workspaces. */
  public List<String> names() {
    return StreamSupport.stream(body.path("IDs").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private static List<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(item -> item.path(field).asText())
        .toList();
  }
}
