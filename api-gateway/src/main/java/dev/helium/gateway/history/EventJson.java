package dev.helium.gateway.history;

import dev.helium.domain.EventRecord;
import dev.helium.wire.Encoded;
import dev.helium.wire.EventCodec;
import dev.helium.wire.TraceParent;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/**
 * Events as CloudEvents 1.0 in structured JSON. Their {@code sequence} is their number over both
 * sources; that of their source is the {@code sourcesequence}.
 */
public final class EventJson {
  /** The number of an event of which nobody knows it. */
  public static final long UNNUMBERED = 0;

  private static final String PREFIX = "ce_";

  private final EventCodec codec = new EventCodec();

  public JsonObject of(NumberedEvent event) {
    Encoded encoded = codec.encode(event.record()).in(event.trace());
    return attributes(encoded, event.record(), event.number())
        .put("data", new JsonObject(Buffer.buffer(encoded.body())));
  }

  /**
   * The same on one line.
   *
   * @param trace the span that the event follows from
   * @param number {@link #UNNUMBERED} leaves it out
   */
  public String line(EventRecord record, TraceParent trace, long number) {
    Encoded encoded = codec.encode(record).in(trace);
    String attributes = attributes(encoded, record, number).encode();
    // The body is JSON on one line already; reading it to write it again would take longer.
    return attributes.substring(0, attributes.length() - 1)
        + ",\"data\":"
        + new String(encoded.body(), StandardCharsets.UTF_8)
        + "}";
  }

  private static JsonObject attributes(Encoded encoded, EventRecord record, long number) {
    JsonObject json = new JsonObject();
    if (number != UNNUMBERED) {
      json.put("sequence", number);
    }
    new TreeMap<>(encoded.headers())
        .forEach(
            (name, value) -> {
              if (name.equals(PREFIX + "sequence")) {
                json.put("sourcesequence", record.sequence());
              } else if (name.startsWith(PREFIX)) {
                json.put(name.substring(PREFIX.length()), value);
              } else if (name.equals("content-type")) {
                json.put("datacontenttype", value);
              }
            });
    return json;
  }
}
