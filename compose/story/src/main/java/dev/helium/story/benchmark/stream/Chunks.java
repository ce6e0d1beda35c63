package dev.helium.story.benchmark.stream;

import java.util.function.IntConsumer;

/**
 * The content of one answer in chunks (RFC 9112, section 7.1), byte by byte: where a chunk ends has
 * nothing to do with where a line does.
 */
final class Chunks {
  private enum Place {
    HEAD,
    SIZE,
    CONTENT,
    BEHIND_CONTENT
  }

  private static final int HEXADECIMAL = 16;

  private final IntConsumer content;
  private final StringBuilder line = new StringBuilder();
  private Place place = Place.HEAD;
  private int left;

  /**
   * @param content takes each byte
   */
  Chunks(IntConsumer content) {
    this.content = content;
  }

  void take(byte next) {
    switch (place) {
      case CONTENT -> {
        content.accept(next);
        left--;
        place = left == 0 ? Place.BEHIND_CONTENT : Place.CONTENT;
      }
      case HEAD, SIZE, BEHIND_CONTENT -> {
        if (next == '\n') {
          lineEnded();
          line.setLength(0);
        } else if (next != '\r') {
          line.append((char) next);
        }
      }
    }
  }

  private void lineEnded() {
    if (place == Place.SIZE) {
      left = Integer.parseInt(line.toString(), HEXADECIMAL);
      place = left == 0 ? Place.HEAD : Place.CONTENT;
    } else if (place == Place.BEHIND_CONTENT || line.isEmpty()) {
      place = Place.SIZE;
    }
  }
}
