package dev.helium.story.benchmark.stream;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;

/** One subscriber as the bytes come: notes how late each event is, and that the stream began. */
final class Listening {
  private static final String DATA = "data: ";
  private static final String TIME = "\"time\":\"";

  private final Chunks chunks = new Chunks(this::character);
  private final StringBuilder line = new StringBuilder();
  private final Lags lags;
  private long now;
  private int events;
  private boolean begun;

  Listening(Lags lags) {
    this.lags = lags;
  }

  /** Takes what has come, and answers how many events were whole with it. */
  int take(ByteBuffer bytes) {
    events = 0;
    now = System.currentTimeMillis();
    while (bytes.hasRemaining()) {
      chunks.take(bytes.get());
    }
    return events;
  }

  boolean hasBegun() {
    return begun;
  }

  /** Only what stands in ASCII is looked at. */
  private void character(int next) {
    if (next != '\n') {
      line.append((char) next);
      return;
    }
    if (line.indexOf("retry: ") == 0) {
      begun = true;
    } else if (line.indexOf(DATA) == 0) {
      lags.add(now - time());
      events++;
    }
    line.setLength(0);
  }

  private long time() {
    int start = line.indexOf(TIME) + TIME.length();
    String text = line.substring(start, line.indexOf("\"", start));
    try {
      return Instant.parse(text).toEpochMilli();
    } catch (DateTimeException notOurs) {
      throw new IllegalStateException("an event has the time " + text, notOurs);
    }
  }
}
