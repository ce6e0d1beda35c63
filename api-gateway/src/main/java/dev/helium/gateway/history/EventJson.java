package dev.helium.gateway.history;

import dev.helium.wire.Encoded;
import dev.helium.wire.EventCodec;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.TreeMap;

/**
 * Events as CloudEvents 1.0 in structured JSON. Their {@code sequence} is their number over both
 * sources; that of their source is the {@code sourcesequence}.
 */
final class EventJson {
  private static final String PREFIX = "ce_";

  private final EventCodec codec = new EventCodec();

  JsonObject of(NumberedEvent event) {
    Encoded encoded = codec.encode(event.record());
    JsonObject json = new JsonObject().put("sequence", event.number());
    new TreeMap<>(encoded.headers())
        .forEach(
            (name, value) -> {
              if (name.equals(PREFIX + "sequence")) {
                json.put("sourcesequence", event.record().sequence());
              } else if (name.startsWith(PREFIX)) {
                json.put(name.substring(PREFIX.length()), value);
              } else if (name.equals("content-type")) {
                json.put("datacontenttype", value);
              }
            });
    return json.put("data", new JsonObject(Buffer.buffer(encoded.body())));
  }
}
