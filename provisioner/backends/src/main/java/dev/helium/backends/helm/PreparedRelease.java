package dev.helium.backends.helm;

import dev.helium.backends.helm.release.ReleasePlan;
import dev.helium.backends.helm.release.ReleaseState;
import java.util.Map;
import java.util.Objects;

/**
 * All that a program needs to make a release.
 *
 * @param outputs of the stack
 */
record PreparedRelease(ReleasePlan plan, ReleaseState state, Map<String, String> outputs) {
  PreparedRelease {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(state, "state");
    outputs = Map.copyOf(outputs);
  }
}
