package dev.helium.pages.operate.read;

import dev.helium.pages.read.Json;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What would have come of the past under another policy. */
public record TrialView(JsonObject json) {
  private static final double SECONDS_PER_HOUR = Duration.ofHours(1).toSeconds();

  /** One life that would have been different. */
  public record Life(JsonObject json) {
    public Life {
      Objects.requireNonNull(json, "json");
    }

    public String id() {
      return Json.text(json, "ID");
    }

    public long incarnation() {
      return Json.number(json, "Incarnation");
    }

    public String owner() {
      return Json.text(json, "Owner");
    }

    public String backend() {
      return Json.text(json, "Backend");
    }

    public Optional<Instant> began() {
      return Json.instant(json, "Began");
    }

    /** Empty while it lives. */
    public Optional<Instant> ended() {
      return Json.instant(json, "Ended");
    }

    public Optional<Instant> wouldHaveEnded() {
      return Json.instant(json, "WouldHaveEnded");
    }

    public boolean isRefused() {
      return verdict().equals("refused");
    }

    /** What would have been different, in a word. */
    public String word() {
      return switch (verdict()) {
        case "refused" -> "Refused";
        case "earlier" -> "Reaped earlier";
        case "later" -> "Reaped later";
        default -> verdict();
      };
    }

    /** The rule that the first of its refused requests would have broken; empty when none would. */
    public String rule() {
      return Json.objects(json, "Refusals").stream()
          .findFirst()
          .map(refusal -> Json.text(refusal, "Rule"))
          .orElse("");
    }

    /** Negative when it would have lived longer. */
    public String hoursSaved() {
      return hours(Json.number(json, "SecondsSaved"));
    }

    private String verdict() {
      return Json.text(json, "Verdict");
    }
  }

  public TrialView {
    Objects.requireNonNull(json, "json");
  }

  public List<Life> different() {
    return Json.objects(json, "Different").stream().map(Life::new).toList();
  }

  /** How many more would have been different. */
  public long more() {
    return refused() + earlier() + later() - different().size();
  }

  public long lives() {
    return Json.number(json, "Lives");
  }

  public long refused() {
    return Json.number(json, "Refused");
  }

  public long earlier() {
    return Json.number(json, "Earlier");
  }

  public long later() {
    return Json.number(json, "Later");
  }

  public String hoursSaved() {
    return hours(Json.number(json, "SecondsSaved"));
  }

  public String hoursAdded() {
    return hours(Json.number(json, "SecondsAdded"));
  }

  /** Requests that were granted and would not have been. */
  public long refusedRequests() {
    return Json.number(json, "RefusedRequests");
  }

  /** Requests that would have found their workspace gone. */
  public long tooLate() {
    return Json.number(json, "TooLate");
  }

  public long unreadable() {
    return Json.number(json, "Unreadable");
  }

  private static String hours(long seconds) {
    return String.format(Locale.ENGLISH, "%,.1f", seconds / SECONDS_PER_HOUR);
  }
}
