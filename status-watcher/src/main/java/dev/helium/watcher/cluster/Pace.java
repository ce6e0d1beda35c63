package dev.helium.watcher.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long is waited for what.
 *
 * @param patience after which a cluster that is not heard of counts as unreachable
 * @param listing after which everything in a cluster is listed anew, more or less
 * @param scheduling after which somebody has to do something about a pod without a node
 */
public record Pace(Duration patience, Duration listing, Duration scheduling) {
  /** Between two pings of a silent watch: a dead one is found out within the patience. */
  Duration heartbeat() {
    return patience.dividedBy(3);
  }

  /** Between three quarters and five quarters of the time: clusters and watchers take turns. */
  Instant nextListing(Instant now) {
    return now.plusMillis(
        Math.round(listing.toMillis() * ThreadLocalRandom.current().nextDouble(0.75, 1.25)));
  }
}
