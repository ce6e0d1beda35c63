package dev.helium.gateway.connection;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many connections there are, in all and from each host. Safe for several event loops. */
final class ConnectionCount {
  private final ConnectionLimits limits;
  private final AtomicInteger all = new AtomicInteger();
  private final ConcurrentMap<String, Integer> ofHosts = new ConcurrentHashMap<>();

  ConnectionCount(ConnectionLimits limits) {
    this.limits = limits;
  }

  /** Counts one more; false when that is more than may be, and nothing is counted. */
  boolean enter(String host) {
    if (all.incrementAndGet() > limits.most()) {
      all.decrementAndGet();
      return false;
    }
    if (ofHosts.merge(host, 1, Integer::sum) > limits.mostOfHost()) {
      leave(host);
      return false;
    }
    return true;
  }

  /** Undoes an {@link #enter}. */
  void leave(String host) {
    all.decrementAndGet();
    ofHosts.computeIfPresent(host, (ignored, count) -> count == 1 ? null : count - 1);
  }

  int all() {
    return all.get();
  }

  int hosts() {
    return ofHosts.size();
  }
}
