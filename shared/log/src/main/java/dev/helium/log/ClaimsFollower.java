package dev.helium.log;

import dev.helium.domain.quota.Claim;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Knows what owners who have a quota have taken. A log that cannot be reached is tried again, with
 * pauses and without limit; what was known stays known meanwhile.
 */
public final class ClaimsFollower {
  private final KeyedFollower<Claim> follower;

  /** Nothing is read before the start. */
  public ClaimsFollower(Vertx vertx, LogSettings settings) {
    this.follower =
        new KeyedFollower<>(
            vertx, settings, new KeyedTopic<>(Topics.ADMISSIONS, ClaimRecords::read), () -> {});
  }

  /** Returns at once. */
  public void start() {
    follower.start();
  }

  /** Empty before all were read for the first time. */
  public Optional<Collection<Claim>> claims() {
    return follower
        .records()
        .map(
            records ->
                records.values().stream()
                    .filter(claim -> !claim.isNothing())
                    .collect(Collectors.toUnmodifiableList()));
  }

  /** Completes when nothing is read any more. */
  public Future<Void> close() {
    return follower.close();
  }
}
