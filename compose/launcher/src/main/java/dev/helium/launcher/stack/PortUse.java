package dev.helium.launcher.stack;

import dev.helium.cluster.component.Polling;
import dev.helium.launcher.console.UserException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * A loopback port that a process will listen on.
 *
 * @param variable what moves it elsewhere
 */
record PortUse(int port, String variable) {
  private static final Duration INTERVAL = Duration.ofMillis(50);
  private static final Duration LIMIT_WITHOUT_OWNER = Duration.ofSeconds(1);

  /**
   * Refuses a port that somebody else has.
   *
   * @param own tells which processes may have it
   */
  void check(String service, LongPredicate own) {
    Optional<String> refusal = refusal();
    if (refusal.isEmpty()) {
      return;
    }
    Optional<ProcessHandle> owner = PortOwner.of(port);
    if (owner.map(ProcessHandle::pid).filter(own::test).isPresent() || becomesFree(owner)) {
      return;
    }
    throw new UserException(
        "Port %d, which %s needs, is not free (%s): %sor set %s to another port."
            .formatted(
                port,
                service,
                refusal.get(),
                owner.map(PortUse::advice).orElse("end the process that uses it, "),
                variable));
  }

  boolean isFree() {
    return refusal().isEmpty();
  }

  /** A process that was killed is gone a little before its ports are free. */
  private boolean becomesFree(Optional<ProcessHandle> owner) {
    return owner.isEmpty() && Polling.until(this::isFree, INTERVAL, LIMIT_WITHOUT_OWNER);
  }

  private Optional<String> refusal() {
    try (ServerSocket probe = new ServerSocket()) {
      // As the services do it: a connection that still fades away is not in the way.
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      return Optional.empty();
    } catch (IOException failure) {
      return Optional.of(String.valueOf(failure.getMessage()));
    }
  }

  private static String advice(ProcessHandle owner) {
    return "end process %d (%s), ".formatted(owner.pid(), PortOwner.describe(owner));
  }
}
