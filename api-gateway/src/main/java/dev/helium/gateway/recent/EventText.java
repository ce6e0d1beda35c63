package dev.helium.gateway.recent;

import io.vertx.core.buffer.Buffer;
import java.util.Objects;

/**
 * An event as it is sent, encoded once: the lines of a stream without the id, and in them the JSON
 * that is posted.
 *
 * @param lines with the empty line that ends them
 * @param from where the JSON begins
 * @param to where it ends; where it begins when there is none
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML, section
 *     9.2</a>
 */
public record EventText(Buffer lines, int from, int to) {
  public EventText {
    Objects.requireNonNull(lines, "lines");
  }

  /** Of an event whose JSON is on one line. */
  public static EventText event(String type, String json) {
    Buffer lines = Buffer.buffer("event: " + type + "\ndata: ");
    int from = lines.length();
    lines.appendString(json);
    int to = lines.length();
    return new EventText(lines.appendString("\n\n"), from, to);
  }

  /** What clients of a stream pass over, and people read. */
  public static EventText comment(String words) {
    return new EventText(Buffer.buffer(": " + words + "\n\n"), 0, 0);
  }

  public Buffer json() {
    return lines.slice(from, to);
  }

  /** The same, kept elsewhere. */
  EventText in(Buffer same) {
    return new EventText(same, from, to);
  }
}
