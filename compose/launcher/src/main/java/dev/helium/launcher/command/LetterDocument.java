package dev.helium.launcher.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.log.DeadLetter;
import dev.helium.log.LetterContent;
import dev.helium.log.Letters;
import dev.helium.log.Place;
import dev.helium.log.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Dead letters for programs. */
final class LetterDocument {
  private LetterDocument() {}

  /**
   * A list.
   *
   * @param shown of all letters
   */
  static ObjectNode of(List<DeadLetter> shown, Letters letters) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode list = document.putArray("DeadLetters");
    shown.forEach(letter -> list.add(of(letter)));
    return document
        .put("Waiting", letters.waiting().size())
        .put("More", letters.more())
        .put("NoLetters", letters.foreign());
  }

  /** One without what it holds. */
  static ObjectNode of(DeadLetter letter) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("Number", letter.number());
    entry.put("At", letter.at().toString());
    entry.set("Place", of(letter.place()));
    entry.put("Service", letter.service());
    entry.put("Kind", letter.kind());
    entry.put("Reason", letter.reason());
    entry.put("Key", letter.key());
    entry.put("Type", letter.type());
    entry.put("State", LetterText.state(letter.standing()));
    switch (letter.standing()) {
      case Standing.Waiting ignored -> {}
      case Standing.Redriven(Instant at, String by, Place to) ->
          entry.put("DealtWithAt", at.toString()).put("By", by).set("To", of(to));
      case Standing.Dropped(Instant at, String by, String why) ->
          entry.put("DealtWithAt", at.toString()).put("By", by).put("Why", why);
    }
    return entry;
  }

  /**
   * What one holds.
   *
   * @param withBody as text too
   */
  static ObjectNode of(LetterContent content, boolean withBody) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    ArrayNode headers = entry.putArray("Headers");
    content
        .headers()
        .forEach(
            header -> headers.addObject().put("Name", header.name()).put("Value", header.value()));
    content
        .body()
        .ifPresent(
            body -> {
              entry.put("Bytes", body.length).put("SHA256", content.digest());
              if (withBody) {
                entry.put("Body", new String(body, StandardCharsets.UTF_8));
              }
            });
    return entry;
  }

  static ObjectNode of(Place place) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("Topic", place.topic())
        .put("Partition", place.partition())
        .put("Offset", place.offset());
  }
}
