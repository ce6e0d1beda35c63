package dev.helium.engine.run;

import java.util.HashSet;
import java.util.Set;

/**
 * Says who plans a resource: the program, which has registered it, or a replacement, which takes it
 * along. The first one has it; a registration waits until a replacement is done with it.
 */
final class Claims {
  private final Set<String> registered = new HashSet<>();
  private final Set<String> condemned = new HashSet<>();

  /** Claims a resource for the program; waits while a replacement deletes it. */
  synchronized void register(String urn) {
    boolean interrupted = false;
    while (condemned.contains(urn)) {
      try {
        wait();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    registered.add(urn);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Claims a resource for a replacement; false when the program has it already. */
  synchronized boolean condemn(String urn) {
    return !registered.contains(urn) && condemned.add(urn);
  }

  /** Ends what a replacement does with these. */
  synchronized void release(Set<String> urns) {
    condemned.removeAll(urns);
    notifyAll();
  }
}
