package dev.helium.pages.operate.read;

import dev.helium.pages.read.Json;
import dev.helium.pages.read.NextAddress;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** One page of who asked for what. */
public record AuditView(JsonObject json) {
  /** One request and what came of it; what is not known is empty. */
  public record Entry(JsonObject json) {
    public String id() {
      return Json.text(json, "ID");
    }

    public Instant at() {
      return Json.instant(json, "At").orElse(Instant.EPOCH);
    }

    public String who() {
      return Json.text(json, "Who");
    }

    /** Their role, how they proved who they are, and by which credential. */
    public String how() {
      return List.of("Role", "Means", "Credential").stream()
          .map(name -> Json.text(json, name))
          .filter(text -> !text.isEmpty())
          .reduce((one, other) -> one + " · " + other)
          .orElse("");
    }

    public String operation() {
      return Json.text(json, "Operation");
    }

    public String workspace() {
      return Json.text(json, "Workspace");
    }

    public String command() {
      return Json.text(json, "Command");
    }

    public String address() {
      return Json.text(json, "Address");
    }

    public String problem() {
      return Json.text(json, "Problem");
    }

    public long status() {
      return Json.number(json, "Status");
    }

    /** What came of it, in a word. */
    public String outcome() {
      if (status() == 0) {
        return "Gone before the answer";
      }
      return switch ((int) status()) {
        case 401 -> "Not signed in";
        case 403 -> "Not allowed";
        case 404 -> "Not found";
        case 409 -> "Conflict";
        case 412 -> "Not as expected";
        case 422 -> "Not valid";
        case 429 -> "Too many";
        default -> status() < 400 ? "Done" : status() < 500 ? "Refused" : "Not available";
      };
    }

    public boolean isGood() {
      return status() >= 200 && status() < 400;
    }
  }

  public AuditView {
    Objects.requireNonNull(json, "json");
  }

  public List<Entry> entries() {
    return Json.objects(json, "Audit").stream().map(Entry::new).toList();
  }

  /** Where the next page begins; empty on the last one. */
  public String nextAfter() {
    return NextAddress.parameter(Json.text(json, "Next"), "after");
  }
}
