package dev.helium.pages.operate.read;

import dev.helium.pages.read.Json;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A record that could not be read. What it says itself anybody may have written. */
public record LetterView(JsonObject json) {
  private static final String REQUESTS = "helium.requests";

  public LetterView {
    Objects.requireNonNull(json, "json");
  }

  public static List<LetterView> listOf(JsonObject answer) {
    return Json.objects(answer, "DeadLetters").stream().map(LetterView::new).toList();
  }

  public long number() {
    return Json.number(json, "Number");
  }

  /** When it was put aside. */
  public Optional<Instant> at() {
    return Json.instant(json, "At");
  }

  /** Where it stood, as topic, partition and offset. */
  public String place() {
    return place("Place");
  }

  public String service() {
    return Json.text(json, "Service");
  }

  public String reason() {
    return Json.text(json, "Reason");
  }

  public String key() {
    return Json.text(json, "Key");
  }

  /** Empty when its key is no name of a workspace: of a request it is who asked. */
  public String workspace() {
    boolean isRequest = Json.text(part("Place"), "Topic").equals(REQUESTS);
    return isRequest ? "" : key();
  }

  public String type() {
    return Json.text(json, "Type");
  }

  public boolean isWaiting() {
    return Json.text(json, "State").equals("waiting");
  }

  /** Whether it waits and is of a kind that can be sent again. */
  public boolean isRedrivable() {
    return Json.flag(json, "Redrivable");
  }

  /** What became of it, in a word. */
  public String word() {
    return switch (Json.text(json, "State")) {
      case "waiting" -> "Waits";
      case "re-driven" -> "Sent again";
      case "dropped" -> "Dropped";
      default -> Json.text(json, "State");
    };
  }

  public Optional<Instant> dealtWithAt() {
    return Json.instant(json, "DealtWithAt");
  }

  public String by() {
    return Json.text(json, "By");
  }

  /** Why it was dropped, or where it went; empty while it waits. */
  public String outcome() {
    String why = Json.text(json, "Why");
    return why.isEmpty() ? place("To") : why;
  }

  private String place(String name) {
    JsonObject place = part(name);
    String topic = Json.text(place, "Topic");
    return topic.isEmpty()
        ? ""
        : topic + "/" + Json.number(place, "Partition") + "/" + Json.number(place, "Offset");
  }

  private JsonObject part(String name) {
    return Json.object(json, name).orElseGet(JsonObject::new);
  }
}
