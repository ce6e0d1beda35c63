package dev.helium.engine.provider;

/** What an interrupted creation may have left behind. */
public sealed interface Leftover {
  /** The resource came into being. */
  record Made(ResourceProvider.Live live) implements Leftover {}

  /** Provably nothing of this stack's making is there. */
  record Nothing() implements Leftover {}

  /** The provider cannot find a resource whose id it was never told. */
  record Unknowable() implements Leftover {}
}
