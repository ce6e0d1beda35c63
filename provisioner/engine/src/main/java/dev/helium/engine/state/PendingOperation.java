package dev.helium.engine.state;

import java.util.Arrays;
import java.util.Locale;

/** An operation that was begun and not yet recorded as done. */
public record PendingOperation(ResourceState resource, Kind kind) {
  /** What was begun. */
  public enum Kind {
    CREATING,
    UPDATING,
    DELETING,
    READING,
    IMPORTING;

    /** The word in the document. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word in the document. */
    public static Kind of(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.word().equals(word))
          .findFirst()
          .orElseThrow(
              () -> new IllegalArgumentException("a pending operation of a kind not known"));
    }
  }
}
