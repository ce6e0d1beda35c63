package dev.helium.pages.read;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/** When a workspace is to go, and why it still stands. */
public record ExpiryView(JsonObject json) {
  public ExpiryView {
    Objects.requireNonNull(json, "json");
  }

  public String id() {
    return Json.text(json, "ID");
  }

  public Optional<Instant> expiry() {
    return Json.instant(json, "Expiry");
  }

  /** The last day of it, in UTC: midnight ends a day and begins none. */
  public Optional<LocalDate> day() {
    return expiry().map(at -> at.minusNanos(1).atZone(ZoneOffset.UTC).toLocalDate());
  }

  public boolean isOverdue() {
    return Json.flag(json, "Overdue");
  }

  public String why() {
    return Json.text(json, "Why");
  }

  public String createdBy() {
    return Json.text(json, "CreatedBy");
  }

  public WorkspaceStatus status() {
    return WorkspaceStatus.named(Json.text(json, "Status"));
  }
}
