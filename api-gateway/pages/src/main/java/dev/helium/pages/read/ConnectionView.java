package dev.helium.pages.read;

import dev.helium.pages.frame.Shown;
import io.vertx.core.json.JsonObject;
import java.util.Objects;

/** One way into a workspace. */
public record ConnectionView(JsonObject json) {
  public ConnectionView {
    Objects.requireNonNull(json, "json");
  }

  /** link, address, node or inside. */
  public String kind() {
    return Json.text(json, "Kind");
  }

  public String name() {
    return Json.text(json, "Name");
  }

  /** What a browser opens; only where {@link #isLink} holds. */
  public String url() {
    return Json.text(json, "URL");
  }

  /** For a shell; may be empty. */
  public String command() {
    return Json.text(json, "Command");
  }

  /** Where it comes from, as {@code Kind/name}. */
  public String object() {
    return Json.text(json, "Object");
  }

  /** What is spoken there. */
  public String scheme() {
    return Json.text(json, "Scheme");
  }

  /** Host and port, or the port alone where every node has it; empty when neither is known. */
  public String place() {
    long port = Json.number(json, "Port");
    String host = Json.text(json, "Host");
    return host.isEmpty() && port == 0
        ? ""
        : host.isEmpty() ? "port " + port : port == 0 ? host : host + ":" + port;
  }

  /** The name of the secret that opens it; may be empty. */
  public String secret() {
    return Json.text(json, "Credentials");
  }

  public boolean isLink() {
    return Shown.isLink(url());
  }
}
