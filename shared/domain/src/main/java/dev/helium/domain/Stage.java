package dev.helium.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * One step of a workspace on its way to being ready, or to being gone.
 *
 * @param from when the stage before was over; {@link Timeline#UNKNOWN} before that, and for a stage
 *     whose end nobody noted
 * @param until when it was over; {@link Timeline#UNKNOWN} before that
 */
public record Stage(Name name, State state, Instant from, Instant until) {
  /** In the order in which they are passed. */
  public enum Name {
    DECIDED("decided"),
    APPLIED("applied"),
    SCHEDULED("scheduled"),
    IMAGES("images"),
    READY("ready"),
    DELETION("deletion"),
    DESTROYED("destroyed"),
    DELETED("deleted");

    private final String word;

    Name(String word) {
      this.word = word;
    }

    /** As the API says it. */
    public String word() {
      return word;
    }
  }

  /** Whether it is over. */
  public enum State {
    DONE("done"),
    UNDER_WAY("under-way"),
    TO_COME("to-come"),
    /** It needs somebody before it goes on. */
    FAILED("failed");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** As the API says it. */
    public String word() {
      return word;
    }
  }

  public Stage {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
  }

  public boolean hasBegun() {
    return Timeline.isKnown(from);
  }

  public boolean hasEnded() {
    return Timeline.isKnown(until);
  }
}
