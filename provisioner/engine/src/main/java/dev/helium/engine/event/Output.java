package dev.helium.engine.event;

import java.util.function.Consumer;

/**
 * What a command prints: kept up to a size, and handed on line by line without one. Used by one
 * thread.
 */
public final class Output {
  private static final int MAXIMUM_KEPT = 1024 * 1024;

  private final StringBuilder kept = new StringBuilder();
  private final Consumer<String> listener;

  /** An output that hands its lines on; the listener may be null. */
  public Output(Consumer<String> listener) {
    this.listener = listener;
  }

  public void line(String line) {
    if (kept.length() + line.length() < MAXIMUM_KEPT) {
      kept.append(line).append(System.lineSeparator());
    }
    if (listener != null) {
      listener.accept(line);
    }
  }

  /** A result that somebody parses: kept whole, however long it is. */
  public void result(String text) {
    kept.append(text).append(System.lineSeparator());
    if (listener != null) {
      listener.accept(text);
    }
  }

  /** Everything kept. */
  public String text() {
    return kept.toString();
  }
}
