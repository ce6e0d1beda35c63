package dev.helium.gateway.webhook.delivery;

import io.vertx.core.buffer.Buffer;
import java.util.Objects;

/**
 * What is posted.
 *
 * @param id of the event, the same however often it is sent
 * @param type of the event
 * @param body a CloudEvent in structured JSON
 */
public record Message(String id, String type, Buffer body) {
  public Message {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(body, "body");
  }
}
