package dev.helium.pages.operate.read;

import dev.helium.pages.read.Json;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What came of the newest tries to deliver. */
public record DeliveriesView(JsonObject json) {
  /** One try at one event. */
  public record Attempt(JsonObject json) {
    public Instant at() {
      return Json.instant(json, "At").orElse(Instant.EPOCH);
    }

    public String event() {
      return Json.text(json, "Event");
    }

    public String type() {
      return EventNames.shown(Json.text(json, "Type"));
    }

    public long tries() {
      return Json.number(json, "Try");
    }

    public String outcome() {
      return Json.text(json, "Outcome");
    }

    public boolean isGood() {
      return outcome().equals("delivered");
    }

    public String words() {
      return switch (outcome()) {
        case "delivered" -> "Delivered";
        case "failed" -> "Failed, tried again";
        case "exhausted" -> "Given up: parked";
        case "gone" -> "Wants no more: parked";
        default -> outcome();
      };
    }

    /** Of HTTP; 0 when there was no answer. */
    public long status() {
      return Json.number(json, "Status");
    }

    public long milliseconds() {
      return Json.number(json, "Milliseconds");
    }

    public String detail() {
      return Json.text(json, "Detail");
    }

    public Optional<Instant> nextTry() {
      return Json.instant(json, "NextTry");
    }
  }

  public DeliveriesView {
    Objects.requireNonNull(json, "json");
  }

  public List<Attempt> attempts() {
    return Json.objects(json, "Deliveries").stream().map(Attempt::new).toList();
  }

  public long waiting() {
    return Json.number(json, "Waiting");
  }
}
