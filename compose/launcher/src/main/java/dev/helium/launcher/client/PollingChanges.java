package dev.helium.launcher.client;

import dev.helium.cluster.component.Polling;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Asks again and again. */
public final class PollingChanges implements WorkspaceChanges {
  private final HeliumClient client;
  private final Duration interval;

  public PollingChanges(HeliumClient client, Duration interval) {
    this.client = client;
    this.interval = interval;
  }

  @Override
  public boolean follow(
      String name, Duration limit, Predicate<Optional<Answer<WorkspaceState>>> listener) {
    AtomicReference<Optional<Answer<WorkspaceState>>> before = new AtomicReference<>();
    return Polling.until(
        () -> {
          Optional<Answer<WorkspaceState>> now = client.find(name);
          return !now.equals(before.getAndSet(now)) && !listener.test(now);
        },
        interval,
        limit);
  }
}
