package dev.helium.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** What somebody, or a clock, wants to happen to one workspace. */
public sealed interface Command
    permits Command.Admissible,
        Command.Delete,
        Command.ConfirmDeletion,
        Command.Retry,
        Command.Cancel,
        Command.ReportHeld,
        Command.Unprotect,
        Command.Shorten,
        Command.AnnounceExpiry,
        Command.ReportDrift,
        Command.ReportClusterGone,
        AdmittedCommand,
        DeniedCommand,
        ConditionalCommand {
  CommandId id();

  WorkspaceId workspace();

  /** What is wanted, without what is expected, and whether or not it was admitted. */
  default Command asked() {
    return this;
  }

  /** The command without what is expected. */
  default Command bare() {
    return this;
  }

  /** By which an owner takes more, or takes it for longer. */
  sealed interface Admissible extends Command {
    /** Who asks. */
    String requestedBy();

    /** On whose account it is: the owner of what is there, and otherwise who asks for it. */
    default String owner(Workspace workspace) {
      return this instanceof Create && !workspace.exists() ? requestedBy() : workspace.createdBy();
    }
  }

  /**
   * Make the workspace, or bring the existing one to this specification.
   *
   * @param requestedBy who asked; empty when unknown
   * @param uploads sealed, by field name
   */
  record Create(
      CommandId id,
      WorkspaceId workspace,
      String requestedBy,
      String backend,
      Map<String, String> parameters,
      Map<String, SealedContent> uploads,
      ExpiryRequest expiry,
      LabelRequest labelling)
      implements Admissible {
    public Create {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(workspace, "workspace");
      Objects.requireNonNull(requestedBy, "requestedBy");
      Objects.requireNonNull(backend, "backend");
      parameters = Map.copyOf(parameters);
      uploads = Map.copyOf(uploads);
      Objects.requireNonNull(expiry, "expiry");
      Objects.requireNonNull(labelling, "labelling");
    }

    /** Saying nothing about labels. */
    public Create(
        CommandId id,
        WorkspaceId workspace,
        String requestedBy,
        String backend,
        Map<String, String> parameters,
        Map<String, SealedContent> uploads,
        ExpiryRequest expiry) {
      this(
          id,
          workspace,
          requestedBy,
          backend,
          parameters,
          uploads,
          expiry,
          new LabelRequest.Unspecified());
    }
  }

  /** End the workspace. */
  record Delete(CommandId id, WorkspaceId workspace, String requestedBy, DeletionReason reason)
      implements Command {
    public Delete {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(workspace, "workspace");
      Objects.requireNonNull(requestedBy, "requestedBy");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** Record that the destroyed workspace has been looked for and is gone. */
  record ConfirmDeletion(CommandId id, WorkspaceId workspace, Receipt receipt) implements Command {
    public ConfirmDeletion {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(workspace, "workspace");
      Objects.requireNonNull(receipt, "receipt");
    }
  }

  /**
   * Let the workspace live longer; nothing is built again.
   *
   * @param why in the requester's words, at most {@value #LONGEST_WHY} characters; may be empty
   */
  record Extend(
      CommandId id, WorkspaceId workspace, String requestedBy, ExpiryRequest expiry, String why)
      implements Admissible {
    public static final int LONGEST_WHY = 500;

    public Extend {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(workspace, "workspace");
      Objects.requireNonNull(requestedBy, "requestedBy");
      Objects.requireNonNull(expiry, "expiry");
      Objects.requireNonNull(why, "why");
    }
  }

  /**
   * Make the attempt again that has failed, now.
   *
   * @param attempt the one that failed; {@value #WHICHEVER} for the newest, whichever that is
   */
  record Retry(CommandId id, WorkspaceId workspace, String requestedBy, int attempt)
      implements Command {
    public static final int WHICHEVER = 0;

    public Retry(CommandId id, WorkspaceId workspace, String requestedBy) {
      this(id, workspace, requestedBy, WHICHEVER);
    }

    public Retry {
      if (attempt < WHICHEVER) {
        throw new IllegalArgumentException("attempts are counted from 1");
      }
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(workspace, "workspace");
      Objects.requireNonNull(requestedBy, "requestedBy");
    }
  }

  /** Stop making or updating the workspace. */
  record Cancel(CommandId id, WorkspaceId workspace, String requestedBy) implements Command {
    public Cancel {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(workspace, "workspace");
      Objects.requireNonNull(requestedBy, "requestedBy");
    }
  }

  /** Record what keeps the destroyed workspace from being gone. */
  record ReportHeld(CommandId id, WorkspaceId workspace, int incarnation, Holdup holdup)
      implements Command {
    public ReportHeld {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(workspace, "workspace");
      Objects.requireNonNull(holdup, "holdup");
    }
  }

  /**
   * Keep the workspace from being ended for a while.
   *
   * @param until unspecified for as long as the policy grants
   * @param why in the requester's words, 1 to {@value Protection#LONGEST_WHY} characters
   */
  record Protect(
      CommandId id, WorkspaceId workspace, String requestedBy, ExpiryRequest until, String why)
      implements Admissible {
    public Protect {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(workspace, "workspace");
      Objects.requireNonNull(requestedBy, "requestedBy");
      Objects.requireNonNull(until, "until");
      Objects.requireNonNull(why, "why");
    }
  }

  /** Let the workspace be ended again. */
  record Unprotect(CommandId id, WorkspaceId workspace, String requestedBy) implements Command {
    public Unprotect {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(workspace, "workspace");
      Objects.requireNonNull(requestedBy, "requestedBy");
    }
  }

  /**
   * Let the workspace go earlier.
   *
   * @param why in the requester's words, at most {@value Extend#LONGEST_WHY} characters; may be
   *     empty
   */
  record Shorten(
      CommandId id, WorkspaceId workspace, String requestedBy, ExpiryRequest expiry, String why)
      implements Command {
    public Shorten {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(workspace, "workspace");
      Objects.requireNonNull(requestedBy, "requestedBy");
      Objects.requireNonNull(expiry, "expiry");
      Objects.requireNonNull(why, "why");
    }
  }

  /**
   * Say that the workspace ends soon.
   *
   * @param incarnation the life that ends
   * @param end when it ends: its expiry, or the end of its protection where that is later
   * @param lead how long before that it is to be said
   */
  record AnnounceExpiry(
      CommandId id, WorkspaceId workspace, int incarnation, Instant end, Duration lead)
      implements Command {
    public AnnounceExpiry {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(workspace, "workspace");
      Objects.requireNonNull(end, "end");
      Objects.requireNonNull(lead, "lead");
    }
  }

  /** Bring back, from its record, a workspace that has expired. */
  record Revive(CommandId id, WorkspaceId workspace, String requestedBy, ExpiryRequest expiry)
      implements Admissible {
    public Revive {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(workspace, "workspace");
      Objects.requireNonNull(requestedBy, "requestedBy");
      Objects.requireNonNull(expiry, "expiry");
    }
  }

  /**
   * Record that something of a provisioned workspace was found missing.
   *
   * @param attempt that made it; what was made again since is not spoken of
   * @param what is missing, in one sentence and without secrets; 1 to {@value #LONGEST_WHAT}
   *     characters
   */
  record ReportDrift(CommandId id, WorkspaceId workspace, int attempt, String what)
      implements Command {
    public static final int LONGEST_WHAT = 300;

    public ReportDrift {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(workspace, "workspace");
      if (what.isEmpty() || what.length() > LONGEST_WHAT) {
        throw new IllegalArgumentException(
            "what is missing has 1 to " + LONGEST_WHAT + " characters");
      }
    }
  }

  /**
   * Record that the cluster is gone in which the workspace lives that is on its way out, so that
   * what is in it need not be destroyed one by one.
   *
   * @param incarnation the life that ends
   * @param evidence that it is gone, in one sentence and without secrets; 1 to {@value
   *     #LONGEST_EVIDENCE} characters
   */
  record ReportClusterGone(CommandId id, WorkspaceId workspace, int incarnation, String evidence)
      implements Command {
    public static final int LONGEST_EVIDENCE = 500;

    public ReportClusterGone {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(workspace, "workspace");
      if (evidence.isEmpty() || evidence.length() > LONGEST_EVIDENCE) {
        throw new IllegalArgumentException(
            "the evidence has 1 to " + LONGEST_EVIDENCE + " characters");
      }
    }
  }
}
