package dev.helium.provisioner;

import dev.helium.service.ServiceLauncher;
import java.time.Clock;

/** The provisioner as a process. */
public final class Main {
  private static final int MANAGEMENT_PORT = 2325;

  private Main() {}

  public static void main(String[] arguments) {
    ServiceLauncher.launch(
        "provisioner",
        MANAGEMENT_PORT,
        environment ->
            new ProvisionerService(ProvisionerSettings.from(environment), Clock.systemUTC()));
  }
}
