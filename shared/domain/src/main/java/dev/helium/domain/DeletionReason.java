package dev.helium.domain;

import java.time.Instant;

/** Why a workspace is deleted. */
public sealed interface DeletionReason {
  /** Somebody asked for it. */
  record Requested() implements DeletionReason {}

  /**
   * Its time is up.
   *
   * @param expiry the expiry that was found passed; a workspace extended since is left alone
   */
  record Expired(Instant expiry) implements DeletionReason {}
}
