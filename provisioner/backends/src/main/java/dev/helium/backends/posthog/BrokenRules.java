package dev.helium.backends.posthog;

import dev.helium.backends.Problem;
import java.util.ArrayList;
import java.util.List;

/** Rules that values break, by the path of a value. Collects. */
final class BrokenRules {
  private final List<Problem> problems = new ArrayList<>();

  void unless(boolean holds, String path, String rule) {
    if (!holds) {
      problems.add(new Problem(path, rule));
    }
  }

  List<Problem> all() {
    return List.copyOf(problems);
  }
}
