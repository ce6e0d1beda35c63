package dev.helium.pages.read;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A workspace as the API shows it. */
public record WorkspaceView(JsonObject json) {
  /** How many of its pods are ready. */
  public record Progress(long ready, long wanted, String slowest) {}

  /** Who keeps it from being ended, and until when. */
  public record Protection(Instant until, String by, String why) {}

  /** When it is likely to be ready. */
  public record Estimate(boolean overdue, Optional<Instant> expected) {}

  public WorkspaceView {
    Objects.requireNonNull(json, "json");
  }

  public String id() {
    return Json.text(json, "ID");
  }

  public WorkspaceStatus status() {
    return WorkspaceStatus.named(Json.text(json, "Status"));
  }

  public String backend() {
    return Json.text(json, "Backend");
  }

  public String createdBy() {
    return Json.text(json, "CreatedBy");
  }

  public Optional<Instant> expiry() {
    return Json.instant(json, "Expiry");
  }

  public Optional<Instant> lastUpdated() {
    return Json.instant(json, "LastUpdated");
  }

  /** Empty unless something is wrong. */
  public String message() {
    return Json.text(json, "Message");
  }

  /** What a person can do; empty unless it has failed. */
  public String wayOn() {
    return Json.text(json, "WayOn");
  }

  public Map<String, String> labels() {
    return Json.textsByName(json, "Labels");
  }

  public Optional<Progress> progress() {
    return Json.object(json, "Progress")
        .map(
            progress ->
                new Progress(
                    Json.number(progress, "Ready"),
                    Json.number(progress, "Wanted"),
                    Json.text(progress, "Slowest")));
  }

  public Optional<Protection> protection() {
    return Json.object(json, "Protection")
        .flatMap(
            protection ->
                Json.instant(protection, "Until")
                    .map(
                        until ->
                            new Protection(
                                until, Json.text(protection, "By"), Json.text(protection, "Why"))));
  }

  public Optional<Estimate> estimate() {
    return Json.object(json, "Estimate")
        .map(
            estimate ->
                new Estimate(Json.flag(estimate, "Overdue"), Json.instant(estimate, "Expected")));
  }

  /** The ways in that a browser opens. */
  public List<ConnectionView> links() {
    return connections().stream().filter(ConnectionView::isLink).toList();
  }

  public List<ConnectionView> connections() {
    return Json.objects(json, "Connections").stream().map(ConnectionView::new).toList();
  }
}
