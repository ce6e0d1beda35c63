package dev.helium.domain;

import dev.helium.domain.Event.LifecycleEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** What follows when somebody is to be told that a workspace ends soon. */
final class Announcements {
  private final WarningLeads leads;

  Announcements(WarningLeads leads) {
    this.leads = Objects.requireNonNull(leads);
  }

  LifecycleEvent decide(Workspace workspace, Command.AnnounceExpiry announce, Instant now) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Absent ignored -> Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Deleted ignored -> Event.Refused.because(RefusalReason.UNKNOWN_WORKSPACE);
      case Lifecycle.Provisioning ignored -> announced(workspace, announce, now);
      case Lifecycle.Provisioned ignored -> announced(workspace, announce, now);
      case Lifecycle.ProvisioningFailed ignored -> announced(workspace, announce, now);
      case Lifecycle.Destroying ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
      case Lifecycle.DestroyFailed ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
      case Lifecycle.Destroyed ignored -> Event.Refused.because(RefusalReason.BEING_DELETED);
    };
  }

  /** Only what is still true, and not when the next announcement says it better. */
  private LifecycleEvent announced(
      Workspace workspace, Command.AnnounceExpiry announce, Instant now) {
    Duration before = workspace.terms().announced();
    boolean said = !before.isZero() && before.compareTo(announce.lead()) <= 0;
    boolean late = !now.isBefore(announce.end().minus(leads.after(announce.lead())));
    return announce.incarnation() != workspace.incarnation()
            || !announce.end().equals(workspace.endsAt())
            || said
            || late
        ? Event.Refused.because(RefusalReason.NOT_ANNOUNCED)
        : new Event.ExpiringSoon(
            announce.end(), announce.lead(), "/v1/api/workspace/" + workspace.id() + "/extend");
  }
}
