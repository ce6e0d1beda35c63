package dev.helium.engine.kubernetes.readiness;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** What a rule says of an object. */
public sealed interface Verdict {
  /** It is ready. */
  record Ready() implements Verdict {}

  /**
   * It is not ready yet.
   *
   * @param what what is missing, for people
   * @param reasons what went wrong on the way
   * @param quiet it counts as ready when nothing changes for so long; zero when it never does
   */
  record Waiting(String what, List<String> reasons, Duration quiet) implements Verdict {
    public Waiting {
      reasons = List.copyOf(reasons);
    }
  }

  /** It will not become ready. */
  record Failed(List<String> reasons) implements Verdict {
    public Failed {
      reasons = List.copyOf(reasons);
    }
  }

  static Verdict ready() {
    return new Ready();
  }

  static Verdict waiting(String what) {
    return new Waiting(what, List.of(), Duration.ZERO);
  }

  static Verdict waiting(String what, Collection<String> reasons) {
    return new Waiting(what, List.copyOf(reasons), Duration.ZERO);
  }

  static Verdict failed(String reason) {
    return new Failed(List.of(reason));
  }

  /** Ready, or else waiting for this. */
  static Verdict readyWhen(boolean ready, String what) {
    return ready ? ready() : waiting(what);
  }
}
