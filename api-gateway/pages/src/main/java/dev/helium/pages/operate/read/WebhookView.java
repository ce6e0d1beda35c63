package dev.helium.pages.operate.read;

import dev.helium.pages.read.Json;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A webhook as the API shows it. */
public record WebhookView(JsonObject json) {
  /** Why nothing is sent until somebody resumes it. */
  public record Parked(Optional<Instant> since, String reason, String why) {}

  public WebhookView {
    Objects.requireNonNull(json, "json");
  }

  public static List<WebhookView> listOf(JsonObject answer) {
    return Json.objects(answer, "Webhooks").stream().map(WebhookView::new).toList();
  }

  public String id() {
    return Json.text(json, "ID");
  }

  public String url() {
    return Json.text(json, "URL");
  }

  public String description() {
    return Json.text(json, "Description");
  }

  /** What people call it. */
  public String title() {
    return description().isEmpty() ? url() : description();
  }

  public String owner() {
    return Json.text(json, "Owner");
  }

  /** active, paused or parked. */
  public String state() {
    return Json.text(json, "State");
  }

  public boolean isParked() {
    return state().equals("parked");
  }

  public boolean isPaused() {
    return state().equals("paused");
  }

  /** The picture of its state, among those of workspaces. */
  public String icon() {
    return switch (state()) {
      case "active" -> "ready";
      case "paused" -> "deleting";
      case "parked" -> "failed";
      default -> "unknown";
    };
  }

  public String words() {
    return switch (state()) {
      case "active" -> "Active";
      case "paused" -> "Paused";
      case "parked" -> "Parked";
      default -> state();
    };
  }

  public Optional<Parked> parked() {
    return Json.object(json, "Parked")
        .map(
            parked ->
                new Parked(
                    Json.instant(parked, "Since"),
                    Json.text(parked, "Reason"),
                    Json.text(parked, "Why")));
  }

  public long waiting() {
    return Json.number(json, "Waiting");
  }

  public Optional<Instant> formerSecretUntil() {
    return Json.instant(json, "FormerSecretUntil");
  }

  public Optional<Instant> changedAt() {
    return Json.instant(json, "ChangedAt");
  }

  public String changedBy() {
    return Json.text(json, "ChangedBy");
  }

  /** A part of the filter with several values. */
  public List<String> filters(String name) {
    return Json.object(json, "Filter").map(filter -> Json.texts(filter, name)).orElse(List.of());
  }

  /** A part of the filter with one value. */
  public String filter(String name) {
    return Json.object(json, "Filter").map(filter -> Json.text(filter, name)).orElse("");
  }

  /** What it wants, one phrase for each part of the filter; empty when it wants everything. */
  public List<String> wanted() {
    return Stream.of(
            phrase("workspaces ", String.join(", ", filters("Workspaces"))),
            phrase("made by ", filter("Owner")),
            phrase("backend ", filter("Backend")),
            phrase("labels ", String.join(", ", filters("Labels"))),
            phrase("types ", String.join(", ", filters("Types"))))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static String phrase(String before, String text) {
    return text.isEmpty() ? "" : before + text;
  }
}
