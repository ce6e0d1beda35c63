package dev.helium.cluster.component;

/** How long processes live. */
public enum Lifetime {
  /** They end when this JVM ends, even when it is killed. */
  THIS_JVM,
  /** They outlive this JVM and the terminal it was started from, until they are stopped. */
  DETACHED
}
