package dev.helium.service;

import java.time.Duration;

/** The one thread that the state of a service, or of a part of it, belongs to. */
public interface Turns {
  /** Runs a task on it soon, in the order of the calls; may be called from any thread. */
  void soon(Runnable task);

  /** Runs a task on it once, after a delay, unless what is returned is run first. */
  Runnable after(Duration delay, Runnable task);
}
