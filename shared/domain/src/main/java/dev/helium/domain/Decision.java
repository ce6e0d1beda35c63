package dev.helium.domain;

import java.util.Objects;
import java.util.Optional;

/** What was decided about a command. */
public sealed interface Decision {
  /** The command is being followed. */
  record Accepted(Consequence consequence) implements Decision {
    public Accepted {
      Objects.requireNonNull(consequence, "consequence");
    }
  }

  record Refused(Refusal refusal) implements Decision {
    public Refused {
      Objects.requireNonNull(refusal, "refusal");
    }
  }

  /** What follows from an accepted command. */
  enum Consequence {
    CREATED,
    UPDATED,
    EXPIRY_CHANGED,
    RETRIED,
    CANCELLED,
    DELETION_REQUESTED,
    DELETED,
    /** What was asked for was on its way already. */
    UNCHANGED,
    DELETION_HELD,
    PROTECTED,
    UNPROTECTED,
    ANNOUNCED,
    DRIFTED,
    CLUSTER_GONE
  }

  /** The decision that an event records; empty for what only comes of one. */
  static Optional<Decision> of(Event event) {
    return switch (event) {
      case Event.Created ignored -> accepted(Consequence.CREATED);
      case Event.Updated ignored -> accepted(Consequence.UPDATED);
      case Event.ExpiryChanged ignored -> accepted(Consequence.EXPIRY_CHANGED);
      case Event.Retried ignored -> accepted(Consequence.RETRIED);
      case Event.Cancelled ignored -> accepted(Consequence.CANCELLED);
      case Event.DeletionRequested ignored -> accepted(Consequence.DELETION_REQUESTED);
      case Event.Deleted ignored -> accepted(Consequence.DELETED);
      case Event.DeletionHeld ignored -> accepted(Consequence.DELETION_HELD);
      case Event.Unchanged ignored -> accepted(Consequence.UNCHANGED);
      case Event.Protected ignored -> accepted(Consequence.PROTECTED);
      case Event.Unprotected ignored -> accepted(Consequence.UNPROTECTED);
      case Event.ExpiringSoon ignored -> accepted(Consequence.ANNOUNCED);
      case Event.Drifted ignored -> accepted(Consequence.DRIFTED);
      case Event.ClusterGone ignored -> accepted(Consequence.CLUSTER_GONE);
      case Event.Refused(Refusal refusal) -> Optional.of(new Refused(refusal));
      case Event.Progressed ignored -> Optional.empty();
      case Event.Provisioned ignored -> Optional.empty();
      case Event.RetryScheduled ignored -> Optional.empty();
      case Event.GaveUp ignored -> Optional.empty();
      case Event.Destroyed ignored -> Optional.empty();
      case Event.ObservationEvent ignored -> Optional.empty();
    };
  }

  private static Optional<Decision> accepted(Consequence consequence) {
    return Optional.of(new Accepted(consequence));
  }
}
