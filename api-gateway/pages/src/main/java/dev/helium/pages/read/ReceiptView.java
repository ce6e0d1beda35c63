package dev.helium.pages.read;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The proof that nothing of a workspace is left. */
public record ReceiptView(JsonObject json) {
  public ReceiptView {
    Objects.requireNonNull(json, "json");
  }

  public String id() {
    return Json.text(json, "ID");
  }

  /** Which life of the name it ends. */
  public long incarnation() {
    return Json.number(json, "Incarnation");
  }

  /** What was looked at and found gone, one sentence each. */
  public List<String> evidence() {
    return Json.texts(json, "Evidence");
  }

  /** The kinds of which nothing was left. */
  public List<String> swept() {
    return Json.texts(json, "Swept");
  }

  /** The kinds that nobody could look at. */
  public List<String> unlisted() {
    return Json.texts(json, "Unlisted");
  }

  public Optional<Instant> confirmedAt() {
    return Json.instant(json, "ConfirmedAt");
  }

  public Optional<Instant> requestedAt() {
    return Json.instant(json, "RequestedAt");
  }

  public Optional<Instant> destroyedAt() {
    return Json.instant(json, "DestroyedAt");
  }

  public Optional<Duration> destroying() {
    return Json.duration(json, "Destroying");
  }

  public Optional<Duration> proving() {
    return Json.duration(json, "Proving");
  }

  public Optional<Duration> took() {
    return Json.duration(json, "Took");
  }
}
