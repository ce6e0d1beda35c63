package dev.helium.domain.quota;

import dev.helium.domain.Command;
import dev.helium.domain.Ends;
import dev.helium.domain.FieldError;
import dev.helium.domain.Refusal;
import dev.helium.domain.RefusalReason;
import dev.helium.domain.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Says whether an owner may take what a command asks for. Who asks has to see to it that claims
 * hold all that was granted, and that nothing else is granted to the owner meanwhile.
 */
public final class Admissions {
  /** The field of a request that a quota stands for, in refusals. */
  public static final String FIELD = "quota";

  private final QuotaPolicy policy;
  private final Ends ends;
  private final Footprints footprints;

  public Admissions(QuotaPolicy policy, Ends ends, Footprints footprints) {
    this.policy = Objects.requireNonNull(policy);
    this.ends = Objects.requireNonNull(ends);
    this.footprints = Objects.requireNonNull(footprints);
  }

  /**
   * The answer to a command.
   *
   * @param owner on whose account it was sent
   * @param workspace that it is about, as far as its events are known
   * @param claims all of the owner, by their keys
   */
  public Verdict answer(
      Command.Admissible command,
      String owner,
      Workspace workspace,
      Map<String, Claim> claims,
      Instant now) {
    Claim claim =
        claims.getOrDefault(
            Claim.key(owner, command.workspace()), Claim.nothing(owner, command.workspace()));
    if (workspace.hasDecided(command.id())) {
      return new Verdict.Decided(
          refusal("must be known", "It was decided before, but that is forgotten; ask anew."));
    }
    if (claim.reserves(command.id())) {
      return new Verdict.UnderWay();
    }
    if (claim.isFull()) {
      return new Verdict.Denied(
          refusal(
              "must not be asked for so often at once",
              Claim.MOST_RESERVED + " requests for this workspace are under way; ask again."),
          claim);
    }
    if (!command.owner(workspace).equals(owner)) {
      return denied(
          command,
          claim,
          refusal(
              "must be on the right account",
              "It is not on the account of \"" + owner + "\" any more; ask again."));
    }
    if (command instanceof Command.Revive && claim.isGranted()) {
      // What comes back may be another one by then.
      return denied(
          command,
          claim,
          refusal(
              "must wait for what is under way",
              "Another request for this workspace is under way; ask again."));
    }
    return weighed(command, claim, holding(command, workspace, claim, now), claims, now);
  }

  /** What a workspace takes now; {@link Holding#NONE} when it does not live. */
  public Holding holding(Workspace workspace) {
    return ofLiving(workspace, workspace.endsAt());
  }

  private Verdict weighed(
      Command command, Claim claim, Holding holding, Map<String, Claim> claims, Instant now) {
    Claim wanted = claim.reserving(command.id(), holding);
    List<Shortage> shortages =
        new Account(claim.owner(), policy.of(claim.owner()), claims.values(), now)
            .shortages(wanted);
    return shortages.isEmpty()
        ? new Verdict.Granted(wanted)
        : denied(
            command,
            claim,
            new Refusal(
                RefusalReason.QUOTA,
                shortages.stream().map(each -> new FieldError(FIELD, each.rule())).toList(),
                shortages.stream().map(Shortage::sentence).collect(Collectors.joining(" "))));
  }

  /** None where the decider will find nothing to follow the command with. */
  private Holding holding(
      Command.Admissible command, Workspace workspace, Claim claim, Instant now) {
    return switch (command) {
      case Command.Create create ->
          new Holding(
              create.backend(),
              policy.of(create.owner(workspace)).countsFootprints()
                  ? footprints.of(create)
                  : Footprint.NONE,
              ends.after(workspace, create, now));
      case Command.Revive revive ->
          workspace.incarnation() == 0
              ? Holding.NONE
              : lasting(workspace, ends.after(workspace, revive, now));
      case Command.Extend extend -> lasting(workspace, claim, ends.after(workspace, extend, now));
      case Command.Protect protect ->
          lasting(workspace, claim, ends.after(workspace, protect, now));
    };
  }

  /** Of what may be there by the time that this is decided, as it was granted last. */
  private Holding lasting(Workspace workspace, Claim claim, Instant until) {
    if (Living.is(workspace) || !claim.isGranted()) {
      return ofLiving(workspace, until);
    }
    Holding granted = claim.granted().getLast();
    return new Holding(granted.backend(), granted.footprint(), until);
  }

  private Holding ofLiving(Workspace workspace, Instant until) {
    return Living.is(workspace) ? lasting(workspace, until) : Holding.NONE;
  }

  private Holding lasting(Workspace workspace, Instant until) {
    return new Holding(
        workspace.spec().backend(),
        policy.of(workspace.createdBy()).countsFootprints()
            ? footprints.of(workspace.id(), workspace.spec())
            : Footprint.NONE,
        until);
  }

  /** Noted until it is decided: the same command must not be granted behind its denial. */
  private static Verdict denied(Command command, Claim claim, Refusal refusal) {
    return new Verdict.Denied(refusal, claim.reserving(command.id(), Holding.NONE));
  }

  private static Refusal refusal(String rule, String detail) {
    return new Refusal(RefusalReason.QUOTA, List.of(new FieldError(FIELD, rule)), detail);
  }
}
