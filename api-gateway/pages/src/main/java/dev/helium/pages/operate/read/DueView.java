package dev.helium.pages.operate.read;

import dev.helium.pages.read.Json;
import dev.helium.pages.read.WorkspaceStatus;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** A workspace that is to go, and why it does or still stands. */
public record DueView(JsonObject json) {
  public DueView {
    Objects.requireNonNull(json, "json");
  }

  public String id() {
    return Json.text(json, "ID");
  }

  public Instant at() {
    return Json.instant(json, "Expiry").orElse(Instant.EPOCH);
  }

  /** In UTC. */
  public LocalDate day() {
    return at().atZone(ZoneOffset.UTC).toLocalDate();
  }

  public boolean overdue() {
    return Json.flag(json, "Overdue");
  }

  public WorkspaceStatus status() {
    return WorkspaceStatus.named(Json.text(json, "Status"));
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
    return overdue() && (state().equals("failed") || state().equals("due"));
  }

  public String why() {
    return Json.text(json, "Why");
  }

  public String backend() {
    return Json.text(json, "Backend");
  }

  public String owner() {
    return Json.text(json, "CreatedBy");
  }

  /** Names of those who live in the cluster that it made. */
  public List<String> tenants() {
    return Json.objects(json, "Tenants").stream().map(each -> Json.text(each, "ID")).toList();
  }
}
