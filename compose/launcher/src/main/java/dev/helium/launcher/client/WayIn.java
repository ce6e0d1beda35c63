package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One way into a workspace, as a person takes it.
 *
 * @param name what it leads to, such as {@code console}
 * @param where what a browser opens, or host and port
 * @param object where it comes from
 * @param command that has to run meanwhile; empty when none has to
 * @param secret that opens it, by name; empty when none is known
 */
public record WayIn(String name, String where, String object, String command, String secret) {
  static WayIn of(JsonNode connection) {
    return new WayIn(
        connection.path("Name").asText(),
        where(connection),
        connection.path("Object").asText(),
        connection.path("Command").asText(),
        connection.path("Credentials").asText());
  }

  /** In a line, and in a second one what to type. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s  %s  (%s%s)"
            .formatted(
                name, where, object, secret.isEmpty() ? "" : ", credentials in secret " + secret));
    if (!command.isEmpty()) {
      lines.add("  " + command);
    }
    return lines;
  }

  private static String where(JsonNode connection) {
    String url = connection.path("URL").asText();
    if (!url.isEmpty()) {
      return url;
    }
    String host = connection.path("Host").asText();
    String port = connection.path("Port").asText();
    return switch (connection.path("Kind").asText()) {
      case "node" -> "port " + port + " of any node";
      case "inside" -> host + ":" + port + ", inside the cluster";
      default -> (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    };
  }
}
