package dev.helium.pages.read;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Why something of a workspace is not ready. */
public record ReasonView(JsonObject json) {
  public ReasonView {
    Objects.requireNonNull(json, "json");
  }

  /** waiting, recoverable or fatal. */
  public String kind() {
    return Json.text(json, "Kind");
  }

  /** As {@code Kind/name}. */
  public String object() {
    return Json.text(json, "Object");
  }

  /** Such as {@code ImagePullBackOff}. */
  public String code() {
    return Json.text(json, "Code");
  }

  public String message() {
    return Json.text(json, "Message");
  }

  /** What a person can do about it; may be empty. */
  public String wayOn() {
    return Json.text(json, "WayOn");
  }

  public Optional<Instant> since() {
    return Json.instant(json, "Since");
  }
}
