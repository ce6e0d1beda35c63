package dev.helium.engine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * How the engine works. Every duration must be positive.
 *
 * @param kubeconfig the cluster of stacks that name no provider
 * @param runTimeout the longest an update, refresh or destroy may take
 * @param requestTimeout the longest one call to an API server may take
 * @param deleteTimeout the longest one deleted object may stay
 * @param drainTimeout the longest {@code close} waits for runs to end
 * @param parallelOperations provider operations at once in one run
 * @param maximumClients clusters to which connections are kept
 * @param plugins how provider plugins are run
 * @param clock the time written into state and history
 * @param random the source of generated names; secrets never come from it
 */
public record EngineOptions(
    Kubeconfig kubeconfig,
    Duration runTimeout,
    Duration requestTimeout,
    Duration deleteTimeout,
    Duration drainTimeout,
    int parallelOperations,
    int maximumClients,
    PluginLimits plugins,
    InstantSource clock,
    RandomGenerator random) {

  public EngineOptions {
    Objects.requireNonNull(kubeconfig, "kubeconfig");
    Objects.requireNonNull(plugins, "plugins");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(random, "random");
    positive("runTimeout", runTimeout);
    positive("requestTimeout", requestTimeout);
    positive("deleteTimeout", deleteTimeout);
    positive("drainTimeout", drainTimeout);
    atLeastOne("parallelOperations", parallelOperations);
    atLeastOne("maximumClients", maximumClients);
  }

  /** The ambient kubeconfig, the system clock and the documented limits. */
  public static EngineOptions defaults() {
    return new EngineOptions(
        new Kubeconfig.Ambient(),
        Duration.ofMinutes(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(10),
        Duration.ofSeconds(30),
        16,
        32,
        PluginLimits.defaults(),
        InstantSource.system(),
        RandomGenerator.of("SecureRandom"));
  }

  public EngineOptions withKubeconfig(Kubeconfig value) {
    return new EngineOptions(
        value,
        runTimeout,
        requestTimeout,
        deleteTimeout,
        drainTimeout,
        parallelOperations,
        maximumClients,
        plugins,
        clock,
        random);
  }

  public EngineOptions withRunTimeout(Duration value) {
    return new EngineOptions(
        kubeconfig,
        value,
        requestTimeout,
        deleteTimeout,
        drainTimeout,
        parallelOperations,
        maximumClients,
        plugins,
        clock,
        random);
  }

  public EngineOptions withRequestTimeout(Duration value) {
    return new EngineOptions(
        kubeconfig,
        runTimeout,
        value,
        deleteTimeout,
        drainTimeout,
        parallelOperations,
        maximumClients,
        plugins,
        clock,
        random);
  }

  public EngineOptions withDeleteTimeout(Duration value) {
    return new EngineOptions(
        kubeconfig,
        runTimeout,
        requestTimeout,
        value,
        drainTimeout,
        parallelOperations,
        maximumClients,
        plugins,
        clock,
        random);
  }

  public EngineOptions withDrainTimeout(Duration value) {
    return new EngineOptions(
        kubeconfig,
        runTimeout,
        requestTimeout,
        deleteTimeout,
        value,
        parallelOperations,
        maximumClients,
        plugins,
        clock,
        random);
  }

  public EngineOptions withParallelOperations(int value) {
    return new EngineOptions(
        kubeconfig,
        runTimeout,
        requestTimeout,
        deleteTimeout,
        drainTimeout,
        value,
        maximumClients,
        plugins,
        clock,
        random);
  }

  public EngineOptions withMaximumClients(int value) {
    return new EngineOptions(
        kubeconfig,
        runTimeout,
        requestTimeout,
        deleteTimeout,
        drainTimeout,
        parallelOperations,
        value,
        plugins,
        clock,
        random);
  }

  public EngineOptions withPlugins(PluginLimits value) {
    return new EngineOptions(
        kubeconfig,
        runTimeout,
        requestTimeout,
        deleteTimeout,
        drainTimeout,
        parallelOperations,
        maximumClients,
        value,
        clock,
        random);
  }

  public EngineOptions withClock(InstantSource value) {
    return new EngineOptions(
        kubeconfig,
        runTimeout,
        requestTimeout,
        deleteTimeout,
        drainTimeout,
        parallelOperations,
        maximumClients,
        plugins,
        value,
        random);
  }

  public EngineOptions withRandom(RandomGenerator value) {
    return new EngineOptions(
        kubeconfig,
        runTimeout,
        requestTimeout,
        deleteTimeout,
        drainTimeout,
        parallelOperations,
        maximumClients,
        plugins,
        clock,
        value);
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " must be positive");
    }
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1");
    }
  }
}
