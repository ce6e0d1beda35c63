package dev.helium.gateway.listing;

import dev.helium.service.metrics.KnownNames;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Shows what all workspaces come to, as of the last time that they were counted. */
public final class FleetMeters {
  private final MeterRegistry meters;
  private final KnownNames backends;
  private final InstantSource clock;

  /** Those that a series was made for; one that there are none of any more goes on with 0. */
  private final Map<Fleet.Kind, Gauge> series = new ConcurrentHashMap<>();

  private volatile Fleet fleet = new Fleet(Map.of(), Map.of(), 0);

  /**
   * @param backends of the catalogue
   */
  public FleetMeters(MeterRegistry meters, KnownNames backends, InstantSource clock) {
    this.meters = meters;
    this.backends = backends;
    this.clock = clock;
    for (String within : Fleet.within()) {
      Gauge.builder("helium.workspaces.expiring", () -> fleet.expiring().getOrDefault(within, 0))
          .description("Workspaces that expire within so long, overdue ones included")
          .tag("within", within)
          .register(meters);
    }
    Gauge.builder("helium.workspace.owners", () -> fleet.owners())
        .description("Different owners of workspaces")
        .register(meters);
  }

  /** Counts again. */
  void count(Collection<ListedWorkspace> workspaces) {
    Fleet counted = Fleet.of(workspaces, backends::label, clock.instant());
    fleet = counted;
    counted.kinds().keySet().forEach(kind -> series.computeIfAbsent(kind, this::gauge));
  }

  private Gauge gauge(Fleet.Kind kind) {
    return Gauge.builder("helium.workspaces", () -> fleet.kinds().getOrDefault(kind, 0))
        .description("Workspaces that exist")
        .tag("backend", kind.backend())
        .tag("status", kind.status())
        .register(meters);
  }
}
