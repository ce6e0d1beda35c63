package dev.helium.gateway.webhook.delivery;

import dev.helium.gateway.history.EventJson;
import dev.helium.gateway.recent.ToldEvent;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * Events as they are posted: as the API lists them, with their number where that is still known.
 * One that is too large has no data, but in {@code dataref} where it can be read.
 */
final class EventMessages {
  private final int largest;

  /**
   * @param largest body, in bytes
   */
  EventMessages(int largest) {
    this.largest = largest;
  }

  Message of(ToldEvent event) {
    Buffer json = event.text().json();
    return new Message(
        event.id(), event.type(), json.length() > largest ? withoutData(event, json) : json.copy());
  }

  private static Buffer withoutData(ToldEvent event, Buffer json) {
    JsonObject shorter = json.toJsonObject();
    shorter.remove("data");
    return shorter.put("dataref", link(event)).toBuffer();
  }

  private static String link(ToldEvent event) {
    String events = "/v1/api/workspace/" + event.workspace() + "/events";
    long number = event.beside().number();
    return number == EventJson.UNNUMBERED ? events : events + "?after=" + (number - 1) + "&limit=1";
  }
}
