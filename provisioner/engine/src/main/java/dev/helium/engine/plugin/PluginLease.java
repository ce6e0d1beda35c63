package dev.helium.engine.plugin;

/** The use of a plugin by one run; close it when done. */
final class PluginLease implements AutoCloseable {
  private final PluginHost host;
  private final PluginSlot slot;
  private final PluginUser user;
  private boolean open = true;

  PluginLease(PluginHost host, PluginSlot slot, PluginUser user) {
    this.host = host;
    this.slot = slot;
    this.user = user;
  }

  /** The plugin, started when it does not run. */
  PluginConnection connection() {
    return host.connect(slot, user.cancellation());
  }

  PluginUser user() {
    return user;
  }

  /** Tells the plugin to give up what it does, unless it works for other runs as well. */
  void cancel() {
    host.cancel(slot);
  }

  @Override
  public void close() {
    boolean wasOpen;
    synchronized (this) {
      wasOpen = open;
      open = false;
    }
    if (wasOpen) {
      host.release(slot, this);
    }
  }
}
