package dev.helium.domain;

import java.time.Instant;
import java.util.Objects;

/** Why a workspace is deleted. */
public sealed interface DeletionReason {
  /** Somebody asked for it. */
  record Requested() implements DeletionReason {}

  /**
   * Its time is up.
   *
   * @param expiry the expiry that was found passed; a workspace extended since is left alone
   * @param protectedUntil the end of its protection, which was found passed as well; {@link
   *     Instant#EPOCH} when it had none. A workspace protected otherwise since is left alone
   */
  record Expired(Instant expiry, Instant protectedUntil) implements DeletionReason {
    public Expired {
      Objects.requireNonNull(expiry, "expiry");
      Objects.requireNonNull(protectedUntil, "protectedUntil");
    }

    /** Of a workspace without protection. */
    public Expired(Instant expiry) {
      this(expiry, Protection.NONE.until());
    }
  }

  /**
   * Something of it was found in the cluster after the proof that it is gone.
   *
   * @param incarnation the life that was over, the last or an earlier one; a name that lives again
   *     is left alone
   */
  record Swept(int incarnation) implements DeletionReason {}

  /**
   * Something of it was found missing, and such workspaces are closed by policy.
   *
   * @param attempt that had made what is missing; a workspace that was made again since is left
   *     alone
   */
  record Drifted(int attempt) implements DeletionReason {}
}
