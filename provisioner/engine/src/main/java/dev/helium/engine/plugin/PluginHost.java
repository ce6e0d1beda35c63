package dev.helium.engine.plugin;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.PluginLimits;
import dev.helium.engine.provider.Cancellation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import pulumirpc.Provider.ConfigureRequest;

/**
 * The plugins of one engine. Runs that want the same plugin with the same configuration and
 * environment share one process. A plugin that nobody uses ends after a while, or when its place is
 * wanted.
 */
public final class PluginHost implements AutoCloseable {
  private final PluginLimits limits;
  private final Executor executor;
  private final Semaphore places;
  private final Map<PluginSlot.Key, PluginSlot> slots = new LinkedHashMap<>();
  private final Set<PluginSlot> retired = new HashSet<>();
  private boolean closed;

  /** A host without plugins; the executor serves what plugins ask of the engine. */
  public PluginHost(PluginLimits limits, Executor executor) {
    this.limits = limits;
    this.executor = executor;
    this.places = new Semaphore(limits.maximumProcesses(), true);
  }

  PluginLimits limits() {
    return limits;
  }

  /** The use of a configured plugin by a run. */
  PluginLease lease(Launch launch, ConfigureRequest configuration, PluginUser user) {
    synchronized (slots) {
      requireOpen();
      return lease(
          slots.computeIfAbsent(new PluginSlot.Key(launch, configuration), PluginSlot::new), user);
    }
  }

  /**
   * The use of a plugin for questions that need no configuration: of one that runs, if any does.
   */
  PluginLease leaseAny(Launch launch, PluginUser user) {
    synchronized (slots) {
      requireOpen();
      var running =
          slots.values().stream()
              .filter(slot -> slot.key().launch().equals(launch) && slot.isRunning())
              .findFirst();
      return running
          .map(slot -> lease(slot, user))
          .orElseGet(() -> lease(launch, ConfigureRequest.getDefaultInstance(), user));
    }
  }

  private PluginLease lease(PluginSlot slot, PluginUser user) {
    slot.use(1);
    var lease = new PluginLease(this, slot, user);
    slot.leases().add(lease);
    return lease;
  }

  private void requireOpen() {
    if (closed) {
      throw new EngineException(FailureClass.CANCELLED, "the engine is closed");
    }
  }

  /** The slot's plugin, started and configured when it does not run. */
  PluginConnection connect(PluginSlot slot, Cancellation cancellation) {
    var running = slot.connection();
    if (running != null && running.isAlive()) {
      return running;
    }
    synchronized (slot) {
      if (slot.isRunning()) {
        return slot.connection();
      }
      if (slot.connection() != null) {
        slot.restarts().died();
        slot.disconnect();
      }
      var pause = slot.restarts().pause();
      if (pause.isPositive()) {
        cancellation.pause(pause);
      }
      slot.restarts().started();
      start(slot);
      return slot.connection();
    }
  }

  private void start(PluginSlot slot) {
    var connection =
        slot.key().isConfigured() ? unconfigured(slot) : Optional.<PluginConnection>empty();
    var plugin = connection.orElseGet(() -> open(slot));
    slot.connect(plugin);
    try {
      if (slot.key().isConfigured()) {
        plugin.configure(slot.key().configuration());
      }
    } catch (RuntimeException failure) {
      slot.disconnect();
      if (!plugin.isAlive()) {
        slot.restarts().died();
      }
      var told = RpcFailures.of(failure, plugin, "configure");
      plugin.stop();
      throw told;
    }
  }

  private PluginConnection open(PluginSlot slot) {
    takePlace();
    try {
      return PluginConnection.open(slot.key().launch(), limits, executor, places::release);
    } catch (RuntimeException failure) {
      slot.restarts().died();
      throw failure;
    }
  }

  /** A plugin that was started for a question and that nobody uses now. */
  private Optional<PluginConnection> unconfigured(PluginSlot wanted) {
    var key = new PluginSlot.Key(wanted.key().launch(), ConfigureRequest.getDefaultInstance());
    synchronized (slots) {
      var slot = slots.get(key);
      if (slot == null || slot.uses() > 0 || !slot.isRunning()) {
        return Optional.empty();
      }
      slots.remove(key);
      return Optional.of(slot.connection());
    }
  }

  private void takePlace() {
    if (places.tryAcquire()) {
      return;
    }
    endIdle(1);
    try {
      if (places.tryAcquire(limits.startTimeout().toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new EngineException(FailureClass.CANCELLED, "cancelled", interrupted);
    }
    throw new EngineException(
        FailureClass.PROVIDER_FAILED,
        "all " + limits.maximumProcesses() + " places for plugins are in use by other runs");
  }

  /** Gives a use back. */
  void release(PluginSlot slot, PluginLease lease) {
    boolean watch;
    synchronized (slots) {
      slot.leases().remove(lease);
      slot.use(-1);
      if (slot.uses() > 0) {
        return;
      }
      retired.remove(slot);
      if (!slot.isRunning()) {
        slots.remove(slot.key(), slot);
        return;
      }
      watch = !slot.isWatched();
      slot.watch(true);
    }
    if (slot.isRetired()) {
      end(slot);
    } else if (places.hasQueuedThreads()) {
      endIdle(1);
    } else if (watch) {
      watch(slot, limits.idleTimeout());
    }
  }

  private void watch(PluginSlot slot, Duration time) {
    CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS, executor)
        .execute(() -> endUnused(slot));
  }

  /** Cancels what the slot's only user asked for; the plugin is not used again after that. */
  void cancel(PluginSlot slot) {
    synchronized (slots) {
      if (!slot.isOfOneRun() || !slots.remove(slot.key(), slot)) {
        return;
      }
      slot.retire();
      retired.add(slot);
    }
    if (slot.isRunning()) {
      executor.execute(slot.connection()::cancelEverything);
    }
  }

  private void endUnused(PluginSlot slot) {
    var missing = Duration.ZERO;
    synchronized (slots) {
      if (slot.uses() > 0) {
        slot.watch(false);
        return;
      }
      missing = limits.idleTimeout().minus(slot.idle());
      if (!missing.isPositive() && !slots.remove(slot.key(), slot)) {
        return;
      }
    }
    if (missing.isPositive()) {
      watch(slot, missing);
    } else {
      end(slot);
    }
  }

  /** Ends the plugins that were not used for the longest time. */
  private void endIdle(int count) {
    List<PluginSlot> idle;
    synchronized (slots) {
      idle =
          slots.values().stream()
              .filter(slot -> slot.uses() == 0 && slot.isRunning())
              .sorted(Comparator.comparing(PluginSlot::idle).reversed())
              .limit(count)
              .toList();
      idle.forEach(slot -> slots.remove(slot.key()));
    }
    idle.forEach(PluginHost::end);
  }

  private static void end(PluginSlot slot) {
    var connection = slot.connection();
    if (connection != null) {
      connection.stop();
    }
  }

  /** Ends all plugins at once; returns when all have ended. */
  @Override
  public void close() {
    List<PluginSlot> all;
    synchronized (slots) {
      closed = true;
      all = new ArrayList<>(slots.values());
      all.addAll(retired);
      slots.clear();
      retired.clear();
    }
    var ends = all.stream().map(slot -> Thread.ofVirtual().start(() -> end(slot))).toList();
    try {
      for (var ending : ends) {
        ending.join();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
