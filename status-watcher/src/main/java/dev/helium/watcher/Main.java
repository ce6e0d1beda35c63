package dev.helium.watcher;

import dev.helium.service.ServiceLauncher;
import java.time.InstantSource;

/** The status watcher's process. */
public final class Main {
  private static final int MANAGEMENT_PORT = 2326;

  private Main() {}

  public static void main(String[] arguments) {
    ServiceLauncher.launch(
        "status-watcher",
        MANAGEMENT_PORT,
        environment -> new StatusWatcher(WatcherSettings.of(environment), InstantSource.system()));
  }
}
