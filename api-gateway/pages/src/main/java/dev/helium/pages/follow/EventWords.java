package dev.helium.pages.follow;

import static dev.helium.pages.follow.Reading.object;

import dev.helium.pages.frame.Shown;
import dev.helium.pages.read.EventView;
import dev.helium.pages.read.Json;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an event says, in the words of people. Kinds that are newer than this page are named as they
 * are.
 */
record EventWords(String tone, String what, Optional<Instant> at, String detail) {
  private static final String GOOD = "good";
  private static final String BUSY = "busy";
  private static final String WARN = "warn";
  private static final String BAD = "bad";
  private static final String IDLE = "idle";

  /** More of them are on the page of reasons. */
  private static final int REASONS = 3;

  static EventWords of(EventView event) {
    JsonObject data = event.data();
    return switch (event.word()) {
      case "created" -> created(data);
      case "updated" -> said(BUSY, who(data, "updatedBy") + " asked for a change.");
      case "retried" -> said(BUSY, who(data, "requestedBy") + " asked for another try.");
      case "cancelled" -> said(WARN, who(data, "requestedBy") + " stopped it.");
      case "progressed" -> progressed(data);
      case "provisioned" -> said(GOOD, "Its program ran to its end.");
      case "readiness-changed" -> seen(data);
      case "connection-changed" -> said(IDLE, "Its ways in changed.");
      case "retry-scheduled" ->
          until(WARN, attempt(data) + " failed; the next begins", data, "notBefore")
              .because(failure(data));
      case "gave-up" -> said(BAD, attempt(data) + " failed for good.").because(failure(data));
      case "drifted" ->
          said(BAD, "Something of it was found missing.").because(Json.text(data, "what"));
      case "cluster-gone" ->
          said(BAD, "Its cluster was found gone.").because(Json.text(data, "evidence"));
      case "expiry-changed" ->
          until(IDLE, who(data, "changedBy") + " moved the expiry to", data, "expiresAt")
              .because(Json.text(data, "why"));
      case "expiring-soon" -> until(WARN, "It was announced that it ends", data, "expiresAt");
      case "protected" ->
          until(IDLE, who(data, "protectedBy") + " protected it until", data, "until")
              .because(Json.text(data, "why"));
      case "unprotected" -> said(IDLE, who(data, "unprotectedBy") + " ended its protection.");
      case "deletion-requested" -> deletion(data);
      case "deletion-held" ->
          said(WARN, "It is not gone yet.")
              .because(String.join("; ", Json.texts(object(data, "holdup"), "by")));
      case "destroyed" -> said(IDLE, "All that it was made of is removed.");
      case "deleted" ->
          said(GOOD, "The cluster was searched, and nothing of it was found any more.");
      case "refused" -> said(WARN, "A request was refused.").because(refusal(data));
      case "unchanged" -> said(IDLE, "Somebody asked for what was under way already.");
      default -> said(IDLE, "Something that this page does not know.").because(event.type());
    };
  }

  private static EventWords created(JsonObject data) {
    String reviver = Json.text(data, "revivedBy");
    return until(
        BUSY,
        reviver.isEmpty()
            ? who(data, "createdBy") + " asked for the workspace, until"
            : who(data, "revivedBy") + " brought it back from its record, until",
        data,
        "expiresAt");
  }

  private static EventWords deletion(JsonObject data) {
    JsonObject reason = object(data, "reason");
    return switch (Json.text(reason, "is")) {
      case "requested" -> said(BUSY, who(data, "requestedBy") + " asked for its deletion.");
      case "expired" -> until(BUSY, "It is deleted, for its time was up at", reason, "expiry");
      case "swept" -> said(WARN, "Something of it was found after its deletion, and is removed.");
      case "drifted" -> said(WARN, "It is closed, for something of it was missing.");
      default -> said(BUSY, "Its deletion began.");
    };
  }

  private static EventWords progressed(JsonObject data) {
    List<JsonObject> steps = Json.objects(data, "steps");
    return steps.isEmpty()
        ? said(BUSY, attempt(data) + " went on.")
        : said(BUSY, attempt(data) + " went on by " + Shown.counted(steps.size(), "step") + ".")
            .because(
                Json.text(steps.getLast(), "operation")
                    + " "
                    + Json.text(steps.getLast(), "resource"));
  }

  private static EventWords seen(JsonObject data) {
    JsonObject readiness = object(data, "readiness");
    JsonObject progress = object(data, "progress");
    long wanted = Json.number(progress, "wanted");
    String counted =
        wanted == 0
            ? "Its pods are not ready."
            : Shown.number(Json.number(progress, "ready"))
                + " of "
                + Shown.counted(wanted, "pod")
                + (wanted == 1 ? " is ready." : " are ready.");
    return switch (Json.text(readiness, "is")) {
      case "ready" -> said(GOOD, "It is ready: all that it needs was seen.");
      case "not-ready" ->
          said(BUSY, counted)
              .because(
                  Json.objects(readiness, "reasons").stream()
                      .limit(REASONS)
                      .map(EventWords::reason)
                      .collect(Collectors.joining("; ")));
      default -> said(IDLE, "Nothing is known of its pods.");
    };
  }

  private static String reason(JsonObject reason) {
    return Json.text(reason, "object")
        + ": "
        + Json.text(reason, "code")
        + ": "
        + Json.text(reason, "message");
  }

  private static String refusal(JsonObject data) {
    JsonObject refusal = object(data, "refusal");
    String rules =
        Json.objects(refusal, "errors").stream()
            .map(error -> Json.text(error, "field") + " " + Json.text(error, "rule"))
            .collect(Collectors.joining("; "));
    String detail = Json.text(refusal, "detail");
    return !detail.isEmpty()
        ? detail
        : !rules.isEmpty()
            ? rules
            : Json.text(refusal, "reason").toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String failure(JsonObject data) {
    return Json.text(object(data, "failure"), "message");
  }

  private static String attempt(JsonObject data) {
    long attempt = Json.number(data, "attempt");
    return attempt == 0 ? "The attempt" : "Attempt " + attempt;
  }

  private static String who(JsonObject data, String field) {
    String name = Json.text(data, field);
    return switch (name) {
      case "", "anonymous" -> "Somebody";
      case "token" -> "The holder of the token";
      default -> name;
    };
  }

  private static EventWords said(String tone, String what) {
    return new EventWords(tone, what, Optional.empty(), "");
  }

  /** A sentence that ends with an instant. */
  private static EventWords until(String tone, String what, JsonObject data, String field) {
    return new EventWords(tone, what, Json.instant(data, field), "");
  }

  private EventWords because(String words) {
    return new EventWords(tone, what, at, words);
  }
}
