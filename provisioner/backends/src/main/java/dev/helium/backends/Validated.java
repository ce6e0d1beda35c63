package dev.helium.backends;

import java.util.List;
import java.util.Map;

/** What a backend says to an input. */
public sealed interface Validated {
  /**
   * It can be made.
   *
   * @param config what the program needs beyond the workspace's facts
   */
  record Accepted(Map<String, ConfigEntry> config) implements Validated {
    public Accepted {
      config = Map.copyOf(config);
    }
  }

  /** It breaks these rules, at least one. */
  record Rejected(List<Problem> problems) implements Validated {
    public Rejected {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a rejection has a reason");
      }
    }
  }
}
