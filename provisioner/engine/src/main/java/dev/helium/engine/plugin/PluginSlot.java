package dev.helium.engine.plugin;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pulumirpc.Provider.ConfigureRequest;

/**
 * The place of one plugin with one configuration, whoever uses it and however often it is started.
 * What counts its uses is guarded by its host.
 */
final class PluginSlot {
  private static final Logger LOG = LoggerFactory.getLogger(PluginSlot.class);

  private final Key key;
  private final Restarts restarts = new Restarts(System::nanoTime);
  private final Set<PluginLease> leases = ConcurrentHashMap.newKeySet();
  private volatile PluginConnection connection;
  private int uses;
  private long lastUse;
  private boolean watched;
  private boolean retired;

  PluginSlot(Key key) {
    this.key = key;
  }

  /**
   * What processes are shared by.
   *
   * @param configuration the request that configures it; the empty one leaves it as it is
   */
  record Key(Launch launch, ConfigureRequest configuration) {
    boolean isConfigured() {
      return !configuration.equals(ConfigureRequest.getDefaultInstance());
    }

    @Override
    public String toString() {
      return launch.toString();
    }
  }

  Key key() {
    return key;
  }

  Restarts restarts() {
    return restarts;
  }

  Set<PluginLease> leases() {
    return leases;
  }

  int uses() {
    return uses;
  }

  /** One use more or less. */
  void use(int change) {
    uses += change;
    lastUse = System.nanoTime();
  }

  Duration idle() {
    return Duration.ofNanos(System.nanoTime() - lastUse);
  }

  /** True when someone looks at it from time to time to end it. */
  boolean isWatched() {
    return watched;
  }

  void watch(boolean now) {
    watched = now;
  }

  /** True when everyone who uses it does so for one run. */
  boolean isOfOneRun() {
    return leases.stream().map(PluginLease::user).distinct().count() == 1;
  }

  boolean isRetired() {
    return retired;
  }

  void retire() {
    retired = true;
  }

  /** The plugin, null when it does not run. */
  PluginConnection connection() {
    return connection;
  }

  boolean isRunning() {
    return connection != null && connection.isAlive();
  }

  void connect(PluginConnection next) {
    connection = next;
    next.engine().logsTo(this::say);
  }

  void disconnect() {
    connection = null;
  }

  /** Gives a message to the one run it can belong to; what could be anyone's is told to no run. */
  private void say(String severity, String message, String urn, boolean passing) {
    var candidates =
        leases.stream()
            .map(PluginLease::user)
            .distinct()
            .filter(user -> user.concerns(urn))
            .toList();
    if (candidates.size() == 1) {
      candidates.getFirst().log().say(severity, message, urn, passing);
    } else {
      LOG.atDebug().addKeyValue("plugin", key).log("a message of a shared plugin was not told");
    }
  }
}
