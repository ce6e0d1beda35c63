package dev.helium.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Something that has happened to one workspace. */
public sealed interface Event {

  /** What was decided, or came of it; written by the provisioner alone. */
  sealed interface LifecycleEvent extends Event {}

  /** What was seen in the cluster; written by the status watcher alone. */
  sealed interface ObservationEvent extends Event {
    int incarnation();
  }

  /**
   * A name begins a life.
   *
   * @param incarnation 1 for the first life of the name
   * @param revivedBy who brought it back from the record of its last life, whose owner it keeps;
   *     empty when it was asked for anew
   */
  record Created(
      int incarnation,
      int attempt,
      WorkspaceSpec spec,
      String createdBy,
      Instant expiresAt,
      String revivedBy)
      implements LifecycleEvent {
    public Created {
      Objects.requireNonNull(spec, "spec");
      Objects.requireNonNull(createdBy, "createdBy");
      Objects.requireNonNull(expiresAt, "expiresAt");
      Objects.requireNonNull(revivedBy, "revivedBy");
    }

    /** Asked for anew. */
    public Created(
        int incarnation, int attempt, WorkspaceSpec spec, String createdBy, Instant expiresAt) {
      this(incarnation, attempt, spec, createdBy, expiresAt, "");
    }
  }

  /** A living workspace is to be brought to another specification. */
  record Updated(int attempt, WorkspaceSpec spec, String updatedBy, Instant expiresAt)
      implements LifecycleEvent {
    public Updated {
      Objects.requireNonNull(spec, "spec");
      Objects.requireNonNull(updatedBy, "updatedBy");
      Objects.requireNonNull(expiresAt, "expiresAt");
    }
  }

  /** The workspace ends at another time; what it is made of stays. */
  record ExpiryChanged(Instant expiresAt, String changedBy, String why) implements LifecycleEvent {
    public ExpiryChanged {
      Objects.requireNonNull(expiresAt, "expiresAt");
      Objects.requireNonNull(changedBy, "changedBy");
      Objects.requireNonNull(why, "why");
    }
  }

  /** What has failed is attempted again at once. */
  record Retried(int attempt, String requestedBy) implements LifecycleEvent {
    public Retried {
      Objects.requireNonNull(requestedBy, "requestedBy");
    }
  }

  /** The attempt to make or update the workspace is given up because somebody wanted it. */
  record Cancelled(int attempt, String requestedBy) implements LifecycleEvent {
    public Cancelled {
      Objects.requireNonNull(requestedBy, "requestedBy");
    }
  }

  record DeletionRequested(int attempt, DeletionReason reason, String requestedBy)
      implements LifecycleEvent {
    public DeletionRequested {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(requestedBy, "requestedBy");
    }
  }

  /** Resources have been dealt with, in this order. */
  record Progressed(int attempt, List<Step> steps) implements LifecycleEvent {
    public Progressed {
      steps = List.copyOf(steps);
    }
  }

  /** The program has run to its end; what it made need not be ready yet. */
  record Provisioned(int attempt, Map<String, String> outputs) implements LifecycleEvent {
    public Provisioned {
      outputs = Map.copyOf(outputs);
    }
  }

  /** The attempt failed and the next one starts at {@code notBefore}. */
  record RetryScheduled(int attempt, Failure failure, int nextAttempt, Instant notBefore)
      implements LifecycleEvent {
    public RetryScheduled {
      Objects.requireNonNull(failure, "failure");
      Objects.requireNonNull(notBefore, "notBefore");
    }
  }

  /** No further attempt is made until somebody asks for it. */
  record GaveUp(int attempt, Failure failure) implements LifecycleEvent {
    public GaveUp {
      Objects.requireNonNull(failure, "failure");
    }
  }

  /** The stack is empty; whether the cluster agrees is still to be confirmed. */
  record Destroyed(int attempt) implements LifecycleEvent {}

  record Deleted(Receipt receipt) implements LifecycleEvent {
    public Deleted {
      Objects.requireNonNull(receipt, "receipt");
    }
  }

  /** Its stack is empty, but something of it is still there. */
  record DeletionHeld(int incarnation, Holdup holdup) implements LifecycleEvent {
    public DeletionHeld {
      Objects.requireNonNull(holdup, "holdup");
    }
  }

  /**
   * Something of the workspace was found missing in its cluster.
   *
   * @param attempt that had made it
   * @param what is missing, in one sentence
   */
  record Drifted(int attempt, String what) implements LifecycleEvent {
    public Drifted {
      Objects.requireNonNull(what, "what");
    }
  }

  /**
   * The cluster is gone in which the workspace lived: another attempt to destroy it forgets what
   * was in it, and destroys the rest.
   *
   * @param evidence that it is gone, in one sentence
   */
  record ClusterGone(int attempt, String evidence) implements LifecycleEvent {
    public ClusterGone {
      Objects.requireNonNull(evidence, "evidence");
    }
  }

  /** The command asks for what already is on its way. */
  record Unchanged() implements LifecycleEvent {}

  record Refused(Refusal refusal) implements LifecycleEvent {
    public Refused {
      Objects.requireNonNull(refusal, "refusal");
    }

    static Refused because(RefusalReason reason) {
      return new Refused(Refusal.of(reason));
    }

    static Refused because(RefusalReason reason, String detail) {
      return new Refused(new Refusal(reason, List.of(), detail));
    }
  }

  /** Nothing but the end of the protection, or somebody's word, lets the workspace end. */
  record Protected(Instant until, String protectedBy, String why) implements LifecycleEvent {
    public Protected {
      Objects.requireNonNull(until, "until");
      Objects.requireNonNull(protectedBy, "protectedBy");
      Objects.requireNonNull(why, "why");
    }
  }

  /** The workspace ends at its expiry again. */
  record Unprotected(String unprotectedBy) implements LifecycleEvent {
    public Unprotected {
      Objects.requireNonNull(unprotectedBy, "unprotectedBy");
    }
  }

  /**
   * The workspace ends soon, unless somebody does something about it.
   *
   * @param expiresAt when it ends: its expiry, or the end of its protection where that is later
   * @param lead how long before that it is said
   * @param extend where to post another expiry, relative to the API's address
   */
  record ExpiringSoon(Instant expiresAt, Duration lead, String extend) implements LifecycleEvent {
    public ExpiringSoon {
      Objects.requireNonNull(expiresAt, "expiresAt");
      Objects.requireNonNull(lead, "lead");
      Objects.requireNonNull(extend, "extend");
    }
  }

  /** The pods of the workspace can serve or cannot, or another number of them is ready. */
  record ReadinessChanged(
      int incarnation, Readiness readiness, Progress progress, Milestones milestones)
      implements ObservationEvent {
    public ReadinessChanged {
      Objects.requireNonNull(readiness, "readiness");
      Objects.requireNonNull(progress, "progress");
      Objects.requireNonNull(milestones, "milestones");
    }

    /** Where nobody has counted pods. */
    public ReadinessChanged(int incarnation, Readiness readiness) {
      this(incarnation, readiness, Progress.NONE, Milestones.NONE);
    }
  }

  /**
   * Where the workspace can be reached.
   *
   * @param addresses of load balancers and ingresses, by {@code Kind/name}
   * @param connections every way in, in their order; at most {@link Connection#MOST} are kept
   */
  record ConnectionChanged(
      int incarnation, Map<String, String> addresses, List<Connection> connections)
      implements ObservationEvent {
    public ConnectionChanged {
      addresses = Map.copyOf(addresses);
      connections = Connection.kept(connections);
    }

    /** Addresses alone, as the first watchers said them. */
    public ConnectionChanged(int incarnation, Map<String, String> addresses) {
      this(incarnation, addresses, List.of());
    }
  }
}
