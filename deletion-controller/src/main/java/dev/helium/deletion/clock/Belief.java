package dev.helium.deletion.clock;

import java.time.Duration;
import java.util.Objects;

/** What is thought of the wall clock. Only a trusted one is acted on. */
public sealed interface Belief {
  /** Nobody has witnessed it since the start. */
  record Unwitnessed() implements Belief {}

  /**
   * It was witnessed, and has gone as time goes since.
   *
   * @param witnessed when the witness was asked last, in the witness's time
   */
  record Trusted(Reading witnessed) implements Belief {
    public Trusted {
      Objects.requireNonNull(witnessed, "witnessed");
    }
  }

  /** It was set, or stood still with its machine; nobody has witnessed it since. */
  record Jumped(Duration by) implements Belief {
    public Jumped {
      Objects.requireNonNull(by, "by");
    }
  }

  /**
   * The witness has another time.
   *
   * @param ahead by how much the wall clock is ahead of the witness; negative when behind
   */
  record Contradicted(Duration ahead) implements Belief {
    public Contradicted {
      Objects.requireNonNull(ahead, "ahead");
    }
  }
}
