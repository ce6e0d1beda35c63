package dev.helium.gateway;

import dev.helium.gateway.recent.RecentFeed;
import dev.helium.log.BackendFollower;
import dev.helium.log.EventArchive;
import dev.helium.log.LogLag;
import dev.helium.service.metrics.KnownNames;
import dev.helium.view.ViewMember;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;

/** Shows what the parts of a gateway know of themselves. */
final class GatewayMeters {
  private final MeterRegistry meters;

  GatewayMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /** The names of backends that may become labels. */
  static KnownNames names(BackendFollower backends) {
    return new KnownNames(() -> backends.backends().map(Map::keySet).orElseGet(Set::of));
  }

  void readers(Projection projection, RecentFeed recent, EventArchive archive) {
    LogLag.show(meters, "gateway-view", projection::lag, projection::standstill);
    LogLag.show(meters, "gateway-recent", recent::lag, recent::standstill);
    FunctionCounter.builder(
            "helium.log.reads.refused", archive, read -> read.refused() + recent.pages().refused())
        .description("Reads of history that were refused as too many were under way")
        .register(meters);
  }

  void view(ViewMember member) {
    Gauge.builder("helium.view.entries", member, ViewMember::entries)
        .description("Entries of the view that this process holds for all")
        .register(meters);
    Gauge.builder("helium.view.bytes", member, ViewMember::bytes)
        .description("What the view takes in this process, with copies for others")
        .baseUnit("bytes")
        .register(meters);
  }
}
