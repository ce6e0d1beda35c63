package dev.helium.deletion.proof;

import java.util.List;

/** What the cluster shows of something that was destroyed. */
public sealed interface Verdict {
  /**
   * Nothing of it is left.
   *
   * @param evidence what was looked at, one sentence each
   * @param swept the kinds of which nothing was left
   * @param unlisted the kinds that may not be listed
   */
  record Gone(List<String> evidence, List<String> swept, List<String> unlisted) implements Verdict {
    public Gone {
      evidence = List.copyOf(evidence);
      swept = List.copyOf(swept);
      unlisted = List.copyOf(unlisted);
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
