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

  public boolean isLink() {
    return Shown.isLink(url());
  }
}
