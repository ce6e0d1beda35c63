package dev.helium.engine.provider;

/** Whether what a run works on is still its own. It is asked right before every change. */
@FunctionalInterface
public interface Ownership {
  /** Of runs that nobody takes over from, and of plans. */
  Ownership UNDISPUTED = () -> {};

  /** Throws an {@code EngineException} of class {@code FENCED} when there is a newer owner. */
  void require();
}
