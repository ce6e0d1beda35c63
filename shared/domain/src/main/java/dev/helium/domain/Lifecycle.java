package dev.helium.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** Where a workspace stands between being asked for and being gone. */
public sealed interface Lifecycle {
  /** The name has never been used. */
  record Absent() implements Lifecycle {}

  /**
   * An attempt to make or update it is due or under way.
   *
   * @param failures of attempts before this one for the same request
   * @param notBefore when the attempt may start
   * @param afresh whether something of what its stack knows was found missing, so that the cluster
   *     has to be looked at first
   */
  record Provisioning(int attempt, int failures, Instant notBefore, boolean afresh)
      implements Lifecycle {
    public Provisioning {
      Objects.requireNonNull(notBefore, "notBefore");
    }

    /** Where nothing is known to be missing. */
    public Provisioning(int attempt, int failures, Instant notBefore) {
      this(attempt, failures, notBefore, false);
    }
  }

  /**
   * Its program has run to its end.
   *
   * @param drift what was found missing since, in one sentence; empty when nothing was
   */
  record Provisioned(int attempt, Map<String, String> outputs, String drift) implements Lifecycle {
    public Provisioned {
      outputs = Map.copyOf(outputs);
      Objects.requireNonNull(drift, "drift");
    }

    /** Where nothing is known to be missing. */
    public Provisioned(int attempt, Map<String, String> outputs) {
      this(attempt, outputs, "");
    }

    public boolean isDrifted() {
      return !drift.isEmpty();
    }
  }

  record ProvisioningFailed(int attempt, Failure failure) implements Lifecycle {
    public ProvisioningFailed {
      Objects.requireNonNull(failure, "failure");
    }
  }

  /** An attempt to destroy it is due or under way. */
  record Destroying(int attempt, int failures, Instant notBefore, DeletionReason reason)
      implements Lifecycle {
    public Destroying {
      Objects.requireNonNull(notBefore, "notBefore");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** Every attempt to destroy it failed; it is asked for again after a while, or by a person. */
  record DestroyFailed(int attempt, Failure failure, DeletionReason reason) implements Lifecycle {
    public DestroyFailed {
      Objects.requireNonNull(failure, "failure");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** Its stack is empty, the proof that it is gone is awaited. */
  record Destroyed(int attempt, DeletionReason reason) implements Lifecycle {
    public Destroyed {
      Objects.requireNonNull(reason, "reason");
    }
  }

  record Deleted(Receipt receipt) implements Lifecycle {
    public Deleted {
      Objects.requireNonNull(receipt, "receipt");
    }
  }
}
