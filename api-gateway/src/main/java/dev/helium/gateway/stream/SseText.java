package dev.helium.gateway.stream;

import dev.helium.gateway.recent.EventText;
import dev.helium.gateway.recent.Position;
import dev.helium.gateway.recent.PositionFormat;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;

/** How all but the events is said in a stream of them. */
final class SseText {
  static final String MEDIA_TYPE = "text/event-stream";

  private final PositionFormat format;

  SseText(PositionFormat format) {
    this.format = format;
  }

  /** The line that comes first of everything that moves on. */
  Buffer id(Position position) {
    return format.line(position);
  }

  /** What clients pass over, and people read. */
  static Buffer comment(String words) {
    return EventText.comment(words).lines();
  }

  /** What a stream begins with: the position is known before the first event comes. */
  Buffer beginning(Position position, Duration retry) {
    return Buffer.buffer("retry: " + retry.toMillis() + "\n")
        .appendBuffer(id(position))
        .appendBuffer(comment("events of Helium"));
  }

  /** Says that the stream lives, and how far it is when nothing came that was wanted. */
  Buffer heartbeat(Position position) {
    return id(position).appendBuffer(comment("no news"));
  }
}
