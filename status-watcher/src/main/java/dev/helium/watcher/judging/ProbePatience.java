package dev.helium.watcher.judging;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;

/** How long a container may run before it is a fault that its probe has not succeeded. */
final class ProbePatience {
  private static final int DEFAULT_PERIOD = 10;
  private static final int DEFAULT_FAILURES = 3;

  /** Longer than clocks of nodes usually differ. */
  private static final Duration LEAST = Duration.ofSeconds(10);

  private static final Duration MOST = Duration.ofDays(1);

  private ProbePatience() {}

  /** As many tries as its own probes allow, between ten seconds and a day. */
  static Duration of(Container container) {
    Duration tries = tries(container.getStartupProbe()).plus(tries(container.getReadinessProbe()));
    if (tries.compareTo(LEAST) < 0) {
      return LEAST;
    }
    return tries.compareTo(MOST) > 0 ? MOST : tries;
  }

  private static Duration tries(Probe probe) {
    if (probe == null) {
      return Duration.ZERO;
    }
    long period = positive(probe.getPeriodSeconds(), DEFAULT_PERIOD);
    long failures = positive(probe.getFailureThreshold(), DEFAULT_FAILURES);
    return Duration.ofSeconds(Judge.count(probe.getInitialDelaySeconds()) + period * failures);
  }

  private static int positive(Integer value, int otherwise) {
    return value == null || value < 1 ? otherwise : value;
  }
}
