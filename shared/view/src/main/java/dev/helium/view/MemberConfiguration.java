package dev.helium.view;

import com.hazelcast.config.Config;
import com.hazelcast.config.EvictionConfig;
import com.hazelcast.config.EvictionPolicy;
import com.hazelcast.config.IndexConfig;
import com.hazelcast.config.IndexType;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MaxSizePolicy;
import com.hazelcast.config.NetworkConfig;
import dev.helium.domain.Workspace;

/** How a member is set up: alone unless told whom to join, quiet, and with few threads. */
final class MemberConfiguration {
  private MemberConfiguration() {}

  static Config of(ViewSettings settings, InstallFactory installs) {
    Config configuration = new Config().setClusterName("helium");
    configuration
        .setProperty("hazelcast.logging.type", "slf4j")
        .setProperty("hazelcast.phone.home.enabled", "false")
        // The service that owns the member decides when it goes.
        .setProperty("hazelcast.shutdownhook.enabled", "false")
        .setProperty("hazelcast.socket.bind.any", Boolean.toString(settings.bindsEverywhere()))
        .setProperty("hazelcast.wait.seconds.before.join", "0")
        .setProperty("hazelcast.operation.call.timeout.millis", "10000")
        .setProperty("hazelcast.health.monitoring.level", "OFF")
        .setProperty("hazelcast.operation.thread.count", "2")
        .setProperty("hazelcast.operation.generic.thread.count", "2")
        .setProperty("hazelcast.operation.response.thread.count", "1")
        .setProperty("hazelcast.io.thread.count", "1")
        .setProperty("hazelcast.event.thread.count", "1")
        .setProperty("hazelcast.event.queue.capacity", "100000");
    configuration.getMetricsConfig().setEnabled(false);
    configuration.getJetConfig().setEnabled(false);
    configuration
        .getSerializationConfig()
        .addDataSerializableFactory(InstallFactory.FACTORY, installs);
    network(configuration.getNetworkConfig(), settings);
    configuration
        .addMapConfig(workspaces())
        .addMapConfig(offsets())
        .addMapConfig(keys())
        .addMapConfig(runs())
        .addMapConfig(endedSessions());
    return configuration;
  }

  private static void network(NetworkConfig network, ViewSettings settings) {
    network.setPort(settings.port()).setPortAutoIncrement(true).setPortCount(ViewSettings.PORTS);
    if (!settings.bindsEverywhere()) {
      network.setPublicAddress(settings.bind());
      network.getInterfaces().setEnabled(true).addInterface(settings.bind());
    }
    JoinConfig join = network.getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    // Also without anybody to join: a member refuses others that join in another way than it would.
    join.getTcpIpConfig()
        .setEnabled(true)
        .setConnectionTimeoutSeconds(2)
        .setMembers(settings.members());
  }

  private static MapConfig workspaces() {
    return new MapConfig(WorkspaceViews.MAP)
        .setBackupCount(1)
        .addIndexConfig(new IndexConfig(IndexType.HASH, StoredView.LIVING))
        .addIndexConfig(new IndexConfig(IndexType.SORTED, StoredView.EXPIRES))
        .addIndexConfig(new IndexConfig(IndexType.HASH, StoredView.CLUSTER));
  }

  private static MapConfig offsets() {
    return new MapConfig(Offsets.MAP).setBackupCount(1);
  }

  private static MapConfig runs() {
    return new MapConfig(PastRuns.MAP).setBackupCount(1);
  }

  private static MapConfig keys() {
    return new MapConfig(UsedKeys.MAP)
        .setBackupCount(1)
        .setTimeToLiveSeconds(Math.toIntExact(Workspace.REMEMBERED_FOR.toSeconds()))
        .setEvictionConfig(newest(UsedKeys.MOST));
  }

  /** Each entry says for itself how long it is kept. */
  private static MapConfig endedSessions() {
    return new MapConfig(EndedSessions.MAP)
        .setBackupCount(1)
        .setEvictionConfig(newest(EndedSessions.MOST));
  }

  private static EvictionConfig newest(int most) {
    return new EvictionConfig()
        .setMaxSizePolicy(MaxSizePolicy.PER_NODE)
        .setSize(most)
        .setEvictionPolicy(EvictionPolicy.LRU);
  }
}
