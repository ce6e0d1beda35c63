package dev.helium.pages.read;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Why a workspace is as it is, and what comes next. */
public record WhyView(JsonObject json) {
  /** What went wrong at last. */
  public record Failed(String kind, String message, String wayOn) {}

  /** Who lives in the cluster that the workspace made. */
  public record Tenant(String id, Optional<Instant> expiry) {}

  public WhyView {
    Objects.requireNonNull(json, "json");
  }

  /** Also {@link WorkspaceStatus#DELETED}. */
  public WorkspaceStatus state() {
    return WorkspaceStatus.named(Json.text(json, "State"));
  }

  public Optional<Instant> since() {
    return Json.instant(json, "Since");
  }

  /** Whether nothing was ever made under the name: what was asked for was refused. */
  public boolean isAbsent() {
    return Json.text(json, "State").equals("absent");
  }

  /** One sentence for each event that led to it. */
  public List<BecauseView> because() {
    return Json.texts(json, "Because").stream().map(BecauseView::of).toList();
  }

  public Optional<Failed> failed() {
    return Json.object(json, "Failed")
        .map(
            failed ->
                new Failed(
                    Json.text(failed, "Kind"),
                    Json.text(failed, "Message"),
                    Json.text(failed, "WayOn")));
  }

  /** What comes next, in a sentence. */
  public String next() {
    return Json.text(json, "Next");
  }

  public Optional<Instant> when() {
    return Json.instant(json, "When");
  }

  /** Until when it can be brought back; empty where it cannot. */
  public Optional<Instant> revivableUntil() {
    return Json.instant(json, "RevivableUntil");
  }

  public List<Tenant> tenants() {
    return Json.objects(json, "Tenants").stream()
        .map(each -> new Tenant(Json.text(each, "ID"), Json.instant(each, "Expiry")))
        .toList();
  }
}
