package dev.helium.deletion.proof;

import java.util.List;

/** What the cluster shows of something that was destroyed. */
public sealed interface Verdict {
  /**
   * Nothing of it is left.
   *
   * @param evidence what was looked at, one sentence each
   */
  record Gone(List<String> evidence) implements Verdict {
    public Gone {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * Something is left.
   *
   * @param by what is left and, where the cluster says it, what holds it; one sentence each
   */
  record Held(List<String> by) implements Verdict {
    public Held {
      by = List.copyOf(by);
    }
  }
}
