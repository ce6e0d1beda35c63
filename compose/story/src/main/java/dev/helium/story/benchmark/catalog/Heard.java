package dev.helium.story.benchmark.catalog;

import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.story.benchmark.deletion.Hearing;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** When each workspace was applied, ready and gone, as the log says. */
final class Heard implements Hearing.Listener {
  private final Map<String, Instant> applied = new HashMap<>();
  private final Map<String, Instant> ready = new HashMap<>();
  private final Set<String> gone = new HashSet<>();
  private final Set<String> failed = new HashSet<>();

  @Override
  public synchronized void heard(EventRecord record, Instant at) {
    String name = record.workspace().value();
    switch (record.event()) {
      case Event.Provisioned ignored -> applied.putIfAbsent(name, record.time());
      case Event.ReadinessChanged changed when changed.readiness() instanceof Readiness.Ready ->
          ready.putIfAbsent(name, record.time());
      case Event.GaveUp ignored -> failed.add(name);
      case Event.Deleted ignored -> gone.add(name);
      case Event ignored -> {}
    }
  }

  /**
   * Whether it has been ready.
   *
   * @throws IllegalStateException when it will never be
   */
  synchronized boolean isReady(String workspace) {
    if (failed.contains(workspace)) {
      throw new IllegalStateException(workspace + " could not be made");
    }
    return ready.containsKey(workspace) && applied.containsKey(workspace);
  }

  synchronized boolean isGone(String workspace) {
    return gone.contains(workspace);
  }

  /** The end of its program. */
  synchronized Instant applied(String workspace) {
    return applied.get(workspace);
  }

  /** All of its pods, seen ready. */
  synchronized Instant ready(String workspace) {
    return ready.get(workspace);
  }
}
