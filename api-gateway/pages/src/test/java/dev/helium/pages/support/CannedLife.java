package dev.helium.pages.support;

import dev.helium.pages.ApiAnswer;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** What the API tells of the life of one workspace. */
public final class CannedLife {
  private static final String TYPE = "dev.helium.workspace.";

  private CannedLife() {}

  /** A workspace as it is read alone, with an entity tag. */
  public static ApiAnswer tagged(JsonObject workspace, String tag) {
    return new ApiAnswer(
        200,
        MultiMap.caseInsensitiveMultiMap().add("etag", tag),
        new JsonObject().put("Workspace", workspace).toBuffer());
  }

  public static JsonObject progress(long ready, long wanted, String slowest) {
    return new JsonObject().put("Ready", ready).put("Wanted", wanted).put("Slowest", slowest);
  }

  public static JsonObject reason(String kind, String object, String code, String message) {
    return new JsonObject()
        .put("Kind", kind)
        .put("Object", object)
        .put("Code", code)
        .put("Class", "image")
        .put("Message", message)
        .put("WayOn", "Correct the name of the image, then change the workspace.")
        .put("Since", "2026-11-29T11:52:00Z");
  }

  public static JsonObject protection(String by, String why) {
    return new JsonObject().put("Until", "2026-12-06T00:00:00Z").put("By", by).put("Why", why);
  }

  public static JsonObject connection(String kind, String name) {
    return new JsonObject()
        .put("Kind", kind)
        .put("Name", name)
        .put("Object", "Service/" + name)
        .put("Scheme", "grpc")
        .put("Host", kind.equals("node") ? "" : name + ".example.com")
        .put("Port", 30650)
        .put("URL", "")
        .put("Command", "")
        .put("Credentials", "");
  }

  public static JsonObject stage(String name, String state, long millis) {
    JsonObject stage = new JsonObject().put("Name", name).put("State", state);
    return millis < 0
        ? stage
        : stage
            .put("From", "2026-11-29T11:56:00Z")
            .put("Duration", "PT" + millis / 1000.0 + "S")
            .put("Milliseconds", millis);
  }

  public static JsonObject timeline(String id, String state, String kind, JsonObject... stages) {
    return new JsonObject()
        .put(
            "Timeline",
            new JsonObject()
                .put("ID", id)
                .put("State", state)
                .put("Kind", kind)
                .put("Incarnation", 1)
                .put("Attempts", 1)
                .put("Stages", new JsonArray(List.of(stages))));
  }

  public static JsonObject event(long number, String word, JsonObject data) {
    return new JsonObject()
        .put("type", TYPE + word + ".v1")
        .put("sequence", number)
        .put("time", Canned.NOW.minusSeconds(600).plusSeconds(number * 20).toString())
        .put("commandid", "c-" + number)
        .put("data", data);
  }

  public static JsonObject events(long count, JsonObject... events) {
    return new JsonObject()
        .put("Events", new JsonArray(List.of(events)))
        .put("Count", count)
        .put("Unlisted", 0);
  }

  public static JsonObject why(String id, String state, String next) {
    return new JsonObject()
        .put(
            "Why",
            new JsonObject()
                .put("ID", id)
                .put("State", state)
                .put("Since", "2026-11-29T11:58:00Z")
                .put(
                    "Because",
                    new JsonArray().add("ada@example.com asked for the workspace (event 1)."))
                .put("Next", next));
  }

  public static JsonObject receipt(String id) {
    Instant confirmed = Instant.parse("2026-11-29T11:58:30Z");
    return new JsonObject()
        .put(
            "Receipt",
            new JsonObject()
                .put("ID", id)
                .put("Incarnation", 1)
                .put(
                    "Evidence",
                    new JsonArray()
                        .add("The namespace " + id + " is gone.")
                        .add("No object of 61 kinds has its label.")
                        .add("Its stack is empty and removed."))
                .put("ConfirmedAt", confirmed.toString())
                .put("Swept", new JsonArray().add("Pod").add("Secret").add("Deployment.apps"))
                .put("Unlisted", new JsonArray())
                .put("RequestedAt", confirmed.minusSeconds(50).toString())
                .put("DestroyedAt", confirmed.minusSeconds(8).toString())
                .put("Destroying", "PT42S")
                .put("Proving", "PT8S")
                .put("Took", "PT50S"));
  }
}
