package dev.helium.pages.read;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** When a workspace is to go, and why it does or still stands. */
public record ExpiryView(JsonObject json) {
  public ExpiryView {
    Objects.requireNonNull(json, "json");
  }

  public static List<ExpiryView> listOf(JsonObject answer) {
    return Json.objects(answer, "Expiries").stream().map(ExpiryView::new).toList();
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

  /** How far it is on its way out, as the API says it. */
  public String state() {
    return Json.text(json, "State");
  }

  /** The same in words. */
  public String words() {
    return switch (state()) {
      case "to-come" -> "To come";
      case "due" -> "Due now";
      case "held" -> "Kept for its tenants";
      case "deleting" -> "Being destroyed";
      case "unproven" -> "Awaiting proof";
      case "failed" -> "Could not be deleted";
      default -> state();
    };
  }

  /** Whether somebody should look. */
  public boolean isStuck() {
    return isOverdue() && (state().equals("failed") || state().equals("due"));
  }

  public String why() {
    return Json.text(json, "Why");
  }

  public String backend() {
    return Json.text(json, "Backend");
  }

  public String createdBy() {
    return Json.text(json, "CreatedBy");
  }

  public WorkspaceStatus status() {
    return WorkspaceStatus.named(Json.text(json, "Status"));
  }
}
