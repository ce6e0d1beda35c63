package dev.helium.provisioner.admission;

import dev.helium.domain.AdmissionRule;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.quota.Admissions;
import dev.helium.domain.quota.Claim;
import dev.helium.domain.quota.Holding;
import dev.helium.log.Partitions;
import dev.helium.log.StandingClaims;
import dev.helium.provisioner.admission.Roll.Known;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The claims of one partition's owners: what the log of admissions holds, and what becomes of that
 * by what the events say.
 *
 * <p>What lives is known from the events alone, so a claim can be wrong only by what was granted
 * and is not decided, and that stands in the log of admissions. Changes are for one thread at a
 * time.
 */
final class Accounts {
  private final int partition;
  private final Roll roll;
  private final Admissions admissions;
  private final AdmissionRule rule;
  private final Map<String, Claim> logged = new ConcurrentHashMap<>();

  /** Those of them with something reserved. */
  private final Map<String, Claim> waiting = new ConcurrentHashMap<>();

  /**
   * @param rule whose claims are kept in the log
   */
  Accounts(
      int partition,
      StandingClaims standing,
      Roll roll,
      Admissions admissions,
      AdmissionRule rule) {
    this.partition = partition;
    this.roll = roll;
    this.admissions = admissions;
    this.rule = rule;
    logged(standing.claims().values());
  }

  /** What an owner has taken, by the keys of the claims. */
  Map<String, Claim> of(String owner) {
    Known known = roll.known(owner);
    Map<String, Claim> account = new HashMap<>();
    for (Claim claim : logged.values()) {
      if (claim.owner().equals(owner)) {
        keep(account, undecided(claim, known));
      }
    }
    for (Workspace workspace : known.existing()) {
      Holding holding = admissions.holding(workspace);
      String key = Claim.key(owner, workspace.id());
      keep(
          account, account.getOrDefault(key, Claim.nothing(owner, workspace.id())).living(holding));
    }
    return account;
  }

  /** A claim as it should be in the log; empty when it is so there. */
  Optional<Claim> overdue(String owner, WorkspaceId workspace) {
    Claim before =
        logged.getOrDefault(Claim.key(owner, workspace), Claim.nothing(owner, workspace));
    Claim left = undecided(before, roll.known(owner));
    Workspace newest = roll.workspace(workspace);
    boolean counts = newest.exists() && newest.createdBy().equals(owner) && rule.isAsked(owner);
    Claim now = left.living(counts ? admissions.holding(newest) : Holding.NONE);
    return now.equals(before) ? Optional.empty() : Optional.of(now);
  }

  /** Takes over what is in the log now. */
  void logged(Collection<Claim> claims) {
    for (Claim claim : claims) {
      keep(logged, claim);
      if (claim.reserved().isEmpty()) {
        waiting.remove(claim.key());
      } else {
        waiting.put(claim.key(), claim);
      }
    }
  }

  /** The claims that something decided about a workspace may have changed. For any thread. */
  Set<Claim> concerned(Roll.Moved moved) {
    Set<Claim> concerned = new HashSet<>();
    for (String owner : moved.owners()) {
      if (Partitions.ofOwner(owner) == partition) {
        concerned.add(Claim.nothing(owner, moved.workspace()));
      }
    }
    int decided = Partitions.of(moved.workspace());
    waiting.values().stream()
        .filter(claim -> Partitions.of(claim.workspace()) == decided)
        .forEach(claim -> concerned.add(Claim.nothing(claim.owner(), claim.workspace())));
    return concerned;
  }

  /** All claims that are in the log or should be. */
  Set<Claim> all() {
    Set<Claim> all = new HashSet<>();
    logged.values().forEach(claim -> all.add(Claim.nothing(claim.owner(), claim.workspace())));
    roll.owners()
        .forEach(
            (owner, workspaces) -> {
              if (Partitions.ofOwner(owner) == partition && rule.isAsked(owner)) {
                workspaces.forEach(workspace -> all.add(Claim.nothing(owner, workspace)));
              }
            });
    return all;
  }

  private static Claim undecided(Claim claim, Known known) {
    return claim
        .living(Holding.NONE)
        .decidedUpTo(known.decided().get(Partitions.of(claim.workspace())));
  }

  private static void keep(Map<String, Claim> account, Claim claim) {
    if (claim.isNothing()) {
      account.remove(claim.key());
    } else {
      account.put(claim.key(), claim);
    }
  }
}
