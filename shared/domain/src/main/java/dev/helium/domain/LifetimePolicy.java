package dev.helium.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * How long workspaces live, by what they are made of and whose they are.
 *
 * @param standard where nothing else is said; its zone counts for all, and its maximum bounds all
 *     that does not say otherwise
 * @param backends by the name of a backend
 * @param owners by who asked for a workspace; what is said of an owner counts before what is said
 *     of a backend
 * @param graceDays how long a workspace that has expired can be brought back; 0 for never
 */
public record LifetimePolicy(
    ExpiryPolicy standard,
    Map<String, Allowance> backends,
    Map<String, Allowance> owners,
    int graceDays,
    WarningLeads warnings) {
  public static final int STANDARD_GRACE_DAYS = 7;
  public static final int LONGEST_GRACE_DAYS = 365;

  /**
   * What a backend or an owner is granted.
   *
   * @param defaultDays 0 where nothing else is said
   * @param maximumDays 0 where nothing else is said
   * @param exceedsMaximum whether its maximum counts beyond the standard one
   */
  public record Allowance(int defaultDays, int maximumDays, boolean exceedsMaximum) {
    public static final Allowance NOTHING_SAID = new Allowance(0, 0, false);

    public Allowance {
      if (defaultDays < 0 || maximumDays < 0) {
        throw new IllegalArgumentException("days are not negative");
      }
    }
  }

  public LifetimePolicy {
    Objects.requireNonNull(standard, "standard");
    backends = Map.copyOf(backends);
    owners = Map.copyOf(owners);
    Objects.requireNonNull(warnings, "warnings");
    if (graceDays < 0 || graceDays > LONGEST_GRACE_DAYS) {
      throw new IllegalArgumentException(
          "the days of grace must be between 0 and " + LONGEST_GRACE_DAYS);
    }
  }

  /** The same for everybody, with the standard warnings and grace. */
  public static LifetimePolicy same(ExpiryPolicy standard) {
    return new LifetimePolicy(
        standard, Map.of(), Map.of(), STANDARD_GRACE_DAYS, WarningLeads.STANDARD);
  }

  /** What counts for the workspaces of an owner that a backend makes. */
  public ExpiryPolicy of(String backend, String owner) {
    Allowance ofBackend = backends.getOrDefault(backend, Allowance.NOTHING_SAID);
    Allowance ofOwner = owners.getOrDefault(owner, Allowance.NOTHING_SAID);
    Allowance saysMaximum = ofOwner.maximumDays() > 0 ? ofOwner : ofBackend;
    int maximum =
        saysMaximum.maximumDays() > 0 ? saysMaximum.maximumDays() : standard.maximumDays();
    if (!saysMaximum.exceedsMaximum()) {
      maximum = Math.min(maximum, standard.maximumDays());
    }
    int wanted = ofOwner.defaultDays() > 0 ? ofOwner.defaultDays() : ofBackend.defaultDays();
    return new ExpiryPolicy(
        standard.zone(), Math.min(wanted > 0 ? wanted : standard.defaultDays(), maximum), maximum);
  }

  /** Until when a workspace can be brought back that has expired. */
  public Instant graceEnd(Receipt receipt) {
    return receipt.confirmedAt().plus(Duration.ofDays(graceDays));
  }

  /** Whether what a workspace was made of may be wanted once more. */
  public boolean isRevivable(Workspace workspace, Instant now) {
    return workspace.terms().expired()
        && workspace.lifecycle() instanceof Lifecycle.Deleted(Receipt receipt)
        && now.isBefore(graceEnd(receipt));
  }

  ExpiryPolicy of(Workspace workspace) {
    return of(workspace.spec().backend(), workspace.createdBy());
  }
}
