package dev.helium.deletion.proof;

/** Told whether a cluster answers. */
public interface Reach {
  void answers();

  /**
   * @param why without secrets
   */
  void doesNotAnswer(String why);
}
