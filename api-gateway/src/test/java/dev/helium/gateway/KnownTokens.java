package dev.helium.gateway;

import static dev.helium.gateway.TestDeployment.WORKSPACE;

import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;

/** Waits for a gateway to look at its file of tokens again. */
final class KnownTokens {
  private KnownTokens() {}

  /** Until the client's token is let in. */
  static void await(Client client) {
    await(client, Set.of(200, 403));
  }

  /** Until it is not let in any more. */
  static void awaitUnknown(Client client) {
    await(client, Set.of(401));
  }

  private static void await(Client client, Set<Integer> statuses) {
    Awaitility.await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> statuses.contains(client.get(WORKSPACE + "s").statusCode()));
  }
}
