package dev.helium.deletion.proof;

import java.util.List;

/** What a look into the cluster has found of a destroyed workspace. */
sealed interface Remains {
  /**
   * Nothing.
   *
   * @param evidence what was looked at, one sentence each
   */
  record None(List<String> evidence) implements Remains {
    public None {
      evidence = List.copyOf(evidence);
    }
  }

  /** Something, and what keeps it there as far as the cluster says. */
  record Some(String what) implements Remains {}

  /** Nobody knows: the cluster did not answer as it should. */
  record Unknown(String why) implements Remains {}
}
