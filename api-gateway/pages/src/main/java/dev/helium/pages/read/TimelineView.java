package dev.helium.pages.read;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How long each stage of a workspace took or takes. */
public record TimelineView(JsonObject json) {
  /** Where nothing is known of it. */
  public static final TimelineView NONE = new TimelineView(new JsonObject());

  /** One stage, which began where the one before ended. */
  public record Stage(JsonObject json) {
    public Stage {
      Objects.requireNonNull(json, "json");
    }

    /** What ends it, such as {@code applied}. */
    public String name() {
      return Json.text(json, "Name");
    }

    /** done, under-way, to-come or failed. */
    public String state() {
      return Json.text(json, "State");
    }

    public Optional<Instant> from() {
      return Json.instant(json, "From");
    }

    public Optional<Instant> until() {
      return Json.instant(json, "Until");
    }

    /** How long it took, or takes so far. */
    public Optional<Duration> took() {
      return json.containsKey("Milliseconds")
          ? Optional.of(Duration.ofMillis(Math.max(0, Json.number(json, "Milliseconds"))))
          : Optional.empty();
    }
  }

  public TimelineView {
    Objects.requireNonNull(json, "json");
  }

  public WorkspaceStatus state() {
    return WorkspaceStatus.named(Json.text(json, "State"));
  }

  /** creation, change or deletion; empty when nothing is known. */
  public String kind() {
    return Json.text(json, "Kind");
  }

  /** How many attempts it took so far. */
  public long attempts() {
    return Json.number(json, "Attempts");
  }

  public List<Stage> stages() {
    return Json.objects(json, "Stages").stream().map(Stage::new).toList();
  }

  /** Whether it is over with a stage, or was; also where nobody noted when. */
  public boolean isDone(String stage) {
    return stages().stream()
        .anyMatch(each -> each.name().equals(stage) && each.state().equals("done"));
  }
}
