package dev.helium.pages.read;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/** A limit of somebody, and how much of it is taken. */
public record QuotaView(JsonObject json) {
  public QuotaView {
    Objects.requireNonNull(json, "json");
  }

  /** workspaces, cpu, memory or lifetime. */
  public String resource() {
    return Json.text(json, "Resource");
  }

  /** Of whose workspaces alone it is a limit; empty for all. */
  public String backend() {
    return Json.text(json, "Backend");
  }

  /** In workspaces, millicores, bytes or minutes, as is all that follows. */
  public long limit() {
    return Json.number(json, "Limit");
  }

  public long taken() {
    return Json.number(json, "Taken");
  }

  public long left() {
    return Json.number(json, "Left");
  }
}
