package dev.helium.gateway.deadletter;

import dev.helium.log.DeadLetter;
import dev.helium.log.LetterContent;
import dev.helium.log.Place;
import dev.helium.log.Redrive;
import dev.helium.log.Standing;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** Dead letters as answers show them: in the words of {@code ./helium dead-letters}. */
final class LetterJson {
  private static final int MOST_HEADERS = 100;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_VALUE = 200;

  private LetterJson() {}

  /** One without what it holds. */
  static JsonObject of(DeadLetter letter) {
    JsonObject json =
        new JsonObject()
            .put("Number", letter.number())
            .put("At", letter.at().toString())
            .put("Place", of(letter.place()))
            .put("Service", letter.service())
            .put("Kind", letter.kind())
            .put("Reason", letter.reason())
            .put("Key", letter.key())
            .put("Type", letter.type())
            .put("Redrivable", letter.isWaiting() && Redrive.isCommand(letter));
    return switch (letter.standing()) {
      case Standing.Waiting ignored -> json.put("State", "waiting");
      case Standing.Redriven(Instant at, String by, Place to) ->
          dealtWith(json, "re-driven", at, by).put("To", of(to));
      case Standing.Dropped(Instant at, String by, String why) ->
          dealtWith(json, "dropped", at, by).put("Why", why);
    };
  }

  /**
   * What one holds, without the body itself: nobody knows who wrote what cannot be read, and what
   * secrets stand in it.
   */
  static JsonObject of(LetterContent content) {
    JsonArray headers = new JsonArray();
    List<LetterContent.Line> lines = content.headers();
    lines.stream()
        .limit(MOST_HEADERS)
        .forEach(
            line ->
                headers.add(
                    new JsonObject()
                        .put("Name", cut(line.name(), LONGEST_NAME))
                        .put("Value", cut(line.value(), LONGEST_VALUE))));
    JsonObject json =
        new JsonObject()
            .put("Headers", headers)
            .put("MoreHeaders", Math.max(0, lines.size() - MOST_HEADERS));
    content
        .body()
        .ifPresent(body -> json.put("Bytes", body.length).put("SHA256", content.digest()));
    return json;
  }

  private static JsonObject dealtWith(JsonObject json, String state, Instant at, String by) {
    return json.put("State", state).put("DealtWithAt", at.toString()).put("By", by);
  }

  private static JsonObject of(Place place) {
    return new JsonObject()
        .put("Topic", place.topic())
        .put("Partition", place.partition())
        .put("Offset", place.offset());
  }

  /** By whole characters, of which some are two of Java's. */
  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
  }
}
