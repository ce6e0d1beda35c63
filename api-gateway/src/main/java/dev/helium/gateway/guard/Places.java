package dev.helium.gateway.guard;

import java.util.concurrent.Semaphore;

/** Places for changes that are on their way; nobody waits for one. */
public final class Places {
  private final Semaphore free;

  /**
   * @param most that may be taken at once
   */
  public Places(int most) {
    this.free = new Semaphore(most);
  }

  /** True when one was free and is taken now; it has to be left again. */
  public boolean take() {
    return free.tryAcquire();
  }

  public void leave() {
    free.release();
  }

  boolean areTaken() {
    return free.availablePermits() <= 0;
  }
}
