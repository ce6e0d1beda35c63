package dev.helium.watcher.hearing;

import dev.helium.watcher.judging.ObjectKey;
import java.time.Instant;
import java.util.Objects;

/**
 * What an event says of an object, as far as it is of use.
 *
 * @param reason the event's own, such as {@code FailedMount}
 * @param message cut at 600 characters
 * @param at when it was said last
 */
public record Word(
    ObjectKey about, Topic topic, String reason, String message, String container, Instant at) {
  private static final int LONGEST = 600;

  /** The container that events name which are about the pod as a whole. */
  public static final String NO_CONTAINER = "";

  public Word {
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(reason, "reason");
    if (message.length() > LONGEST) {
      message = message.substring(0, LONGEST);
    }
    Objects.requireNonNull(container, "container");
    Objects.requireNonNull(at, "at");
  }

  /** True when nothing but the time of it differs. */
  boolean saysTheSameAs(Word other) {
    return reason.equals(other.reason)
        && message.equals(other.message)
        && container.equals(other.container);
  }
}
