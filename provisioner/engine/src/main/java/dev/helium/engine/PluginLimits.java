package dev.helium.engine;

import java.time.Duration;

/**
 * How provider plugins are run. Every duration must be positive.
 *
 * @param startTimeout the longest a plugin may take to start, and a run to wait for a free place
 * @param callTimeout the longest a call may take that changes nothing: check, diff, configure
 * @param idleTimeout how long a plugin that nobody uses is kept
 * @param stopTimeout the longest a plugin may take to end before it is killed
 * @param maximumProcesses plugins that run at the same time
 */
public record PluginLimits(
    Duration startTimeout,
    Duration callTimeout,
    Duration idleTimeout,
    Duration stopTimeout,
    int maximumProcesses) {

  public PluginLimits {
    positive("startTimeout", startTimeout);
    positive("callTimeout", callTimeout);
    positive("idleTimeout", idleTimeout);
    positive("stopTimeout", stopTimeout);
    if (maximumProcesses < 1) {
      throw new IllegalArgumentException("maximumProcesses must be at least 1");
    }
  }

  /** The documented limits. */
  public static PluginLimits defaults() {
    return new PluginLimits(
        Duration.ofSeconds(30),
        Duration.ofMinutes(2),
        Duration.ofMinutes(5),
        Duration.ofSeconds(5),
        16);
  }

  public PluginLimits withCallTimeout(Duration value) {
    return new PluginLimits(startTimeout, value, idleTimeout, stopTimeout, maximumProcesses);
  }

  public PluginLimits withStartTimeout(Duration value) {
    return new PluginLimits(value, callTimeout, idleTimeout, stopTimeout, maximumProcesses);
  }

  public PluginLimits withIdleTimeout(Duration value) {
    return new PluginLimits(startTimeout, callTimeout, value, stopTimeout, maximumProcesses);
  }

  public PluginLimits withMaximumProcesses(int value) {
    return new PluginLimits(startTimeout, callTimeout, idleTimeout, stopTimeout, value);
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " must be positive");
    }
  }
}
