package dev.helium.domain;

import dev.helium.domain.Event.LifecycleEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything decided about one name so far: the fold of its lifecycle events.
 *
 * @param incarnation which life of the name this is; 0 before the first
 * @param attempt the number of the newest attempt; never used twice, in any life
 * @param request the command that the newest attempt goes back to
 * @param sequence of the newest event folded in; 0 before the first
 * @param decided the commands decided in the last {@link #REMEMBERED_FOR}, oldest first; older ones
 *     until another is decided, fewer when there were more than some 1,000
 * @param terms what is settled about its end beside the expiry
 */
public record Workspace(
    WorkspaceId id,
    int incarnation,
    WorkspaceSpec spec,
    String createdBy,
    Instant createdAt,
    Instant expiresAt,
    Lifecycle lifecycle,
    int attempt,
    CommandId request,
    long sequence,
    List<Decided> decided,
    Terms terms) {
  /** How long at least a command that is sent again gets the same answer. */
  public static final Duration REMEMBERED_FOR = Memory.SPAN;

  private static final CommandId NO_REQUEST = new CommandId("none");

  public Workspace {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(createdBy, "createdBy");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(lifecycle, "lifecycle");
    Objects.requireNonNull(request, "request");
    decided = List.copyOf(decided);
    Objects.requireNonNull(terms, "terms");
  }

  /** Nothing is settled about its end but the expiry. */
  public Workspace(
      WorkspaceId id,
      int incarnation,
      WorkspaceSpec spec,
      String createdBy,
      Instant createdAt,
      Instant expiresAt,
      Lifecycle lifecycle,
      int attempt,
      CommandId request,
      long sequence,
      List<Decided> decided) {
    this(
        id,
        incarnation,
        spec,
        createdBy,
        createdAt,
        expiresAt,
        lifecycle,
        attempt,
        request,
        sequence,
        decided,
        Terms.NONE);
  }

  /** A name that was never used. */
  public static Workspace absent(WorkspaceId id) {
    return new Workspace(
        id,
        0,
        WorkspaceSpec.NONE,
        "",
        Instant.EPOCH,
        Instant.EPOCH,
        new Lifecycle.Absent(),
        0,
        NO_REQUEST,
        0,
        List.of());
  }

  /** True between the creation and the proof of deletion, and while what was left is swept. */
  public boolean exists() {
    return switch (lifecycle) {
      case Lifecycle.Absent ignored -> false;
      case Lifecycle.Deleted ignored -> false;
      case Lifecycle.Provisioning ignored -> true;
      case Lifecycle.Provisioned ignored -> true;
      case Lifecycle.ProvisioningFailed ignored -> true;
      case Lifecycle.Destroying ignored -> true;
      case Lifecycle.DestroyFailed ignored -> true;
      case Lifecycle.Destroyed ignored -> true;
    };
  }

  public boolean hasDecided(CommandId command) {
    return decision(command).isPresent();
  }

  /** What was decided about a command; empty when nothing was, or that is forgotten. */
  public Optional<Decision> decision(CommandId command) {
    return decided.stream()
        .filter(known -> known.command().equals(command))
        .map(Decided::decision)
        .findFirst();
  }

  /**
   * The workspace after an event of its own. The log is believed: whatever it says has happened. An
   * event delivered again, or one that only observes, changes nothing.
   */
  public Workspace apply(EventRecord record) {
    if (!record.workspace().equals(id)) {
      throw new IllegalArgumentException(
          "an event of " + record.workspace() + " says nothing of " + id);
    }
    if (record.sequence() <= sequence || !(record.event() instanceof LifecycleEvent event)) {
      return this;
    }
    return Evolution.of(this, event, record.time()).counting(record);
  }

  /**
   * The workspace after an event that cannot be read: as it was, but for the number, which is
   * taken. A number that is not the next one changes nothing, as nobody knows whose it is.
   */
  public Workspace passOver(long unreadable) {
    return unreadable == sequence + 1 ? counting(unreadable, request, decided) : this;
  }

  /** When it ends: at its expiry, or when its protection ends where that is later. */
  public Instant endsAt() {
    Instant until = terms.protection().until();
    return until.isAfter(expiresAt) ? until : expiresAt;
  }

  Workspace under(Terms next) {
    return new Workspace(
        id,
        incarnation,
        spec,
        createdBy,
        createdAt,
        expiresAt,
        lifecycle,
        attempt,
        request,
        sequence,
        decided,
        next);
  }

  Workspace in(Lifecycle next) {
    return new Workspace(
        id,
        incarnation,
        spec,
        createdBy,
        createdAt,
        expiresAt,
        next,
        attempt,
        request,
        sequence,
        decided,
        terms);
  }

  Workspace attempting(int next) {
    return new Workspace(
        id,
        incarnation,
        spec,
        createdBy,
        createdAt,
        expiresAt,
        lifecycle,
        next,
        request,
        sequence,
        decided,
        terms);
  }

  Workspace wanting(WorkspaceSpec wanted, Instant expiry) {
    return new Workspace(
        id,
        incarnation,
        wanted,
        createdBy,
        createdAt,
        expiry,
        lifecycle,
        attempt,
        request,
        sequence,
        decided,
        terms);
  }

  Workspace born(int life, String by, Instant at) {
    return new Workspace(
        id, life, spec, by, at, expiresAt, lifecycle, attempt, request, sequence, decided, terms);
  }

  private Workspace counting(EventRecord record) {
    Optional<Decision> decision = Decision.of(record.event());
    if (decision.isPresent() && record.cause() instanceof Cause.Commanded(CommandId command)) {
      return counting(
          record.sequence(),
          Evolution.startsAttempt(record.event()) ? command : request,
          Memory.of(decided, new Decided(command, record.time(), decision.get())));
    }
    return counting(record.sequence(), request, decided);
  }

  private Workspace counting(long newest, CommandId cause, List<Decided> commands) {
    return new Workspace(
        id,
        incarnation,
        spec,
        createdBy,
        createdAt,
        expiresAt,
        lifecycle,
        attempt,
        cause,
        newest,
        commands,
        terms);
  }
}
