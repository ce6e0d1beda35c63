package dev.helium.pages.read;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** When a workspace will be ready, going by those before it. */
public record EstimateView(JsonObject json) {
  public EstimateView {
    Objects.requireNonNull(json, "json");
  }

  /** Whether it has taken longer than all that are known. */
  public boolean overdue() {
    return Json.flag(json, "Overdue");
  }

  /** How many it rests on. */
  public long runs() {
    return Json.number(json, "Runs");
  }

  public Optional<Instant> expected() {
    return Json.instant(json, "Expected");
  }

  public Optional<Instant> earliest() {
    return Json.instant(json, "Earliest");
  }

  public Optional<Instant> latest() {
    return Json.instant(json, "Latest");
  }

  /** What the longest took, when it is overdue. */
  public Optional<Duration> longest() {
    return Json.duration(json, "Longest");
  }
}
