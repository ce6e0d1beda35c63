package dev.helium.pages.support;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** JSON as the API answers it to those who look at the log itself, and at tokens. */
public final class CannedPast {
  private CannedPast() {}

  public static JsonObject letters(JsonObject... letters) {
    return new JsonObject()
        .put("DeadLetters", new JsonArray(List.of(letters)))
        .put("Waiting", letters.length)
        .put("More", false)
        .put("NoLetters", 0);
  }

  /** Of a command. */
  public static JsonObject letter(long number, String state) {
    JsonObject letter =
        new JsonObject()
            .put("Number", number)
            .put("At", "2026-11-29T11:40:02Z")
            .put("Place", place("helium.commands", 1207))
            .put("Service", "provisioner")
            .put("Kind", "type")
            .put("Reason", "the type is not one that is known here")
            .put("Key", "checkout")
            .put("Type", "dev.helium.command.teleport.v1")
            .put("State", state)
            .put("Redrivable", state.equals("waiting"));
    return switch (state) {
      case "re-driven" -> dealtWith(letter).put("To", place("helium.commands", 1311));
      case "dropped" -> dealtWith(letter).put("Why", "sent again through the API");
      default -> letter;
    };
  }

  /** Which is never sent again. */
  public static JsonObject event(long number) {
    return letter(number, "waiting")
        .put("Place", place("helium.events", 88))
        .put("Redrivable", false);
  }

  public static JsonObject one(JsonObject letter) {
    return new JsonObject().put("DeadLetter", letter);
  }

  public static JsonObject withContent(JsonObject letter) {
    return one(letter)
        .put(
            "Content",
            new JsonObject()
                .put(
                    "Headers",
                    new JsonArray()
                        .add(header("ce_type", "dev.helium.command.teleport.v1"))
                        .add(header("ce_subject", "checkout")))
                .put("MoreHeaders", 3)
                .put("Bytes", 71)
                .put("SHA256", "0f".repeat(32)));
  }

  public static JsonObject tokens(JsonObject... tokens) {
    return new JsonObject()
        .put("Tokens", new JsonArray(List.of(tokens)))
        .put("DevelopmentToken", true)
        .put("AsOf", Canned.NOW.toString());
  }

  public static JsonObject token(String id, String name, boolean expired) {
    return new JsonObject()
        .put("ID", id)
        .put("Name", name)
        .put("Role", "user")
        .put("Scopes", new JsonArray().add("read").add("create"))
        .put("Expires", expired ? "2026-11-01T00:00:00Z" : "2026-12-29T00:00:00Z")
        .put("Expired", expired);
  }

  /** With one life of each kind, and others that are not listed. */
  public static JsonObject trial() {
    return new JsonObject()
        .put(
            "Different",
            new JsonArray()
                .add(life("checkout-100", "earlier", 554_400))
                .add(
                    life("search-101", "refused", 7_200)
                        .put(
                            "Refusals",
                            new JsonArray()
                                .add(
                                    new JsonObject()
                                        .put("At", "2026-06-01T10:00:00Z")
                                        .put("What", "creation")
                                        .put("Rule", "expiry must lie at most 5 days ahead"))))
                .add(life("etl-102", "later", -3_600)))
        .put("Lives", 1_204)
        .put("Refused", 2)
        .put("Earlier", 40)
        .put("Later", 1)
        .put("SecondsSaved", 4_435_200)
        .put("SecondsAdded", 3_600)
        .put("RefusedRequests", 5)
        .put("TooLate", 1)
        .put("Unreadable", 1);
  }

  private static JsonObject life(String id, String verdict, long saved) {
    return new JsonObject()
        .put("ID", id)
        .put("Incarnation", 1)
        .put("Backend", "namespace")
        .put("Owner", "ada@example.com")
        .put("Began", "2026-06-01T10:00:00Z")
        .put("Ended", "2026-06-08T10:00:00Z")
        .put("Verdict", verdict)
        .put("WouldHaveEnded", "2026-06-02T00:00:00Z")
        .put("SecondsSaved", saved)
        .put("Refusals", new JsonArray());
  }

  private static JsonObject dealtWith(JsonObject letter) {
    return letter.put("DealtWithAt", "2026-11-29T11:50:00Z").put("By", "adam@example.com");
  }

  private static JsonObject place(String topic, long offset) {
    return new JsonObject().put("Topic", topic).put("Partition", 4).put("Offset", offset);
  }

  private static JsonObject header(String name, String value) {
    return new JsonObject().put("Name", name).put("Value", value);
  }
}
