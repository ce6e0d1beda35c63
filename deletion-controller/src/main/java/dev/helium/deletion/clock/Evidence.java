package dev.helium.deletion.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** What there is to judge the wall clock by. */
public sealed interface Evidence {
  /** The clocks were read. */
  record Read(Reading reading) implements Evidence {
    public Read {
      Objects.requireNonNull(reading, "reading");
    }
  }

  /**
   * Somebody else said what time it is.
   *
   * @param said the witness's time at some moment between the question and the answer
   */
  record Testimony(Reading asked, Reading answered, Instant said) implements Evidence {
    public Testimony {
      Objects.requireNonNull(asked, "asked");
      Objects.requireNonNull(answered, "answered");
      Objects.requireNonNull(said, "said");
    }

    /** How long the answer took, which is how old it may be. */
    Duration took() {
      return asked.until(answered);
    }

    /** By how much the wall clock is certainly ahead of the witness; negative when behind. */
    Duration ahead() {
      if (said.isBefore(asked.wall())) {
        return Duration.between(said, asked.wall());
      }
      return said.isAfter(answered.wall())
          ? Duration.between(said, answered.wall())
          : Duration.ZERO;
    }

    /** The answer's reading with the witness's time, so that tolerated differences never add up. */
    Reading witnessed() {
      return new Reading(answered.wall().minus(ahead()), answered.ticks());
    }
  }
}
