package dev.helium.view;

import dev.helium.domain.Event;
import dev.helium.domain.Refusal;
import dev.helium.domain.WorkspaceId;
import java.util.Objects;
import java.util.Optional;

/** What was decided about a command. */
public sealed interface Decision {
  WorkspaceId workspace();

  /** The command is being followed. */
  record Accepted(WorkspaceId workspace, Consequence consequence) implements Decision {
    public Accepted {
      Objects.requireNonNull(workspace, "workspace");
      Objects.requireNonNull(consequence, "consequence");
    }
  }

  record Refused(WorkspaceId workspace, Refusal refusal) implements Decision {
    public Refused {
      Objects.requireNonNull(workspace, "workspace");
      Objects.requireNonNull(refusal, "refusal");
    }
  }

  /** What follows from an accepted command. */
  enum Consequence {
    CREATED,
    UPDATED,
    DELETION_REQUESTED,
    DELETED,
    /** What was asked for was on its way already. */
    UNCHANGED
  }

  /** The decision that an event records; empty for what only comes of one. */
  static Optional<Decision> of(WorkspaceId workspace, Event event) {
    return switch (event) {
      case Event.Created ignored -> accepted(workspace, Consequence.CREATED);
      case Event.Updated ignored -> accepted(workspace, Consequence.UPDATED);
      case Event.DeletionRequested ignored -> accepted(workspace, Consequence.DELETION_REQUESTED);
      case Event.Deleted ignored -> accepted(workspace, Consequence.DELETED);
      case Event.Unchanged ignored -> accepted(workspace, Consequence.UNCHANGED);
      case Event.Refused(Refusal refusal) -> Optional.of(new Refused(workspace, refusal));
      case Event.Progressed ignored -> Optional.empty();
      case Event.Provisioned ignored -> Optional.empty();
      case Event.RetryScheduled ignored -> Optional.empty();
      case Event.GaveUp ignored -> Optional.empty();
      case Event.Destroyed ignored -> Optional.empty();
      case Event.ObservationEvent ignored -> Optional.empty();
    };
  }

  private static Optional<Decision> accepted(WorkspaceId workspace, Consequence consequence) {
    return Optional.of(new Accepted(workspace, consequence));
  }
}
