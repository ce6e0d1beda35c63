package dev.helium.gateway;

import dev.helium.service.ServiceLauncher;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The api-gateway process. */
public final class Main {
  private static final int MANAGEMENT_PORT = 2324;

  private Main() {}

  public static void main(String[] arguments) {
    ServiceLauncher.launch(
        "api-gateway",
        MANAGEMENT_PORT,
        environment ->
            new GatewayService(
                GatewaySettings.of(environment), InstantSource.system(), new SecureRandom()));
  }
}
