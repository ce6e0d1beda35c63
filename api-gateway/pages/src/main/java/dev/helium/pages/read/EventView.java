package dev.helium.pages.read;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Something that happened to a workspace. */
public record EventView(JsonObject json) {
  private static final String PREFIX = "dev.helium.workspace.";

  public EventView {
    Objects.requireNonNull(json, "json");
  }

  /** Its place among all events of the name. */
  public long number() {
    return Json.number(json, "sequence");
  }

  /** All of its type, such as {@code dev.helium.workspace.created.v1}. */
  public String type() {
    return Json.text(json, "type");
  }

  /** Its type without what all types have, such as {@code created}. */
  public String word() {
    String type = type();
    String word = type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
    int version = word.lastIndexOf(".v");
    return version < 0 ? word : word.substring(0, version);
  }

  public Optional<Instant> time() {
    return Json.instant(json, "time");
  }

  /** The command that it goes back to; empty when it goes back to none. */
  public String command() {
    return Json.text(json, "commandid");
  }

  public JsonObject data() {
    return Json.object(json, "data").orElseGet(JsonObject::new);
  }
}
