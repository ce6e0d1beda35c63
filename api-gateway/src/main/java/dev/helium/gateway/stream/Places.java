package dev.helium.gateway.stream;

import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who has how many streams. Safe for any thread. */
final class Places {
  private static final int RETRY_SECONDS = 10;

  private final int most;
  private final int mostEach;
  private final Map<String, Integer> byName = new HashMap<>();
  private int taken;

  Places(int most, int mostEach) {
    this.most = most;
    this.mostEach = mostEach;
  }

  /** Takes one more for a name, or says in a problem why there is none. */
  synchronized void take(String name) {
    int each = byName.getOrDefault(name, 0);
    if (each >= mostEach) {
      throw new Problem(
              ProblemKind.RATE_LIMITED,
              "You have " + each + " streams already, and may have no more; end one of them.",
              List.of(),
              Map.of("retry-after", Integer.toString(RETRY_SECONDS)))
          .exception();
    }
    if (taken >= most) {
      throw Problem.unavailable("This gateway has as many streams as it can.", RETRY_SECONDS)
          .exception();
    }
    byName.put(name, each + 1);
    taken++;
  }

  synchronized void give(String name) {
    byName.merge(name, -1, Integer::sum);
    byName.remove(name, 0);
    taken--;
  }

  synchronized int taken() {
    return taken;
  }
}
