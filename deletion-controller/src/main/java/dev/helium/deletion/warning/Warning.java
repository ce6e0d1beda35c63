package dev.helium.deletion.warning;

import dev.helium.deletion.tenure.Tenure;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.WarningLeads;
import dev.helium.domain.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * The next announcement that a life of a workspace ends soon. The earliest comes first.
 *
 * @param lead how long before the end it is made
 */
record Warning(WorkspaceId workspace, Tenure tenure, Duration lead) implements Comparable<Warning> {
  private static final Comparator<Warning> EARLIEST_FIRST =
      Comparator.comparing(Warning::at).thenComparing(Warning::workspace);

  Warning {
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(tenure, "tenure");
    Objects.requireNonNull(lead, "lead");
  }

  /** Empty when there is nothing to announce any more, or not yet a life to speak of. */
  static Optional<Warning> next(
      WorkspaceId workspace, Tenure tenure, Duration said, WarningLeads leads, Instant now) {
    return tenure.stage() == Tenure.Stage.LIVING
            && !tenure.isEndless()
            && tenure.endsAt().isAfter(now)
        ? leads
            .next(tenure.endsAt(), tenure.ending().since(), said, now)
            .map(lead -> new Warning(workspace, tenure, lead))
        : Optional.empty();
  }

  Instant at() {
    return tenure.endsAt().minus(lead);
  }

  /** The same command however often it is asked for, so that it is decided once. */
  Command.AnnounceExpiry command() {
    String id =
        "announce-%s-%d-%d-%d"
            .formatted(
                workspace, tenure.incarnation(), tenure.endsAt().toEpochMilli(), lead.toSeconds());
    int changes = tenure.ending().changes();
    return new Command.AnnounceExpiry(
        new CommandId(changes == 0 ? id : id + "-" + changes),
        workspace,
        tenure.incarnation(),
        tenure.endsAt(),
        lead);
  }

  @Override
  public int compareTo(Warning other) {
    return EARLIEST_FIRST.compare(this, other);
  }
}
