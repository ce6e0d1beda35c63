package dev.helium.deletion.expiry;

import dev.helium.deletion.tenure.Tenure;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.WorkspaceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * When one life of a workspace is to end. The earliest comes first.
 *
 * @param at the expiry, or the end of the protection where that is later
 * @param found what will have passed then
 * @param changes how often the end was changed in this life
 */
record Due(
    Instant at, WorkspaceId workspace, int incarnation, DeletionReason.Expired found, int changes)
    implements Comparable<Due> {
  static final String REQUESTER = "deletion-controller";

  private static final Comparator<Due> EARLIEST_FIRST =
      Comparator.comparing(Due::at)
          .thenComparing(Due::workspace)
          .thenComparingInt(Due::incarnation)
          .thenComparingInt(Due::changes);

  Due {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(found, "found");
  }

  /** Of a life without protection whose expiry was never changed. */
  Due(Instant at, WorkspaceId workspace, int incarnation) {
    this(at, workspace, incarnation, new DeletionReason.Expired(at), 0);
  }

  static Due of(WorkspaceId workspace, Tenure tenure) {
    return new Due(
        tenure.endsAt(),
        workspace,
        tenure.incarnation(),
        new DeletionReason.Expired(tenure.expiresAt(), tenure.ending().protectedUntil()),
        tenure.ending().changes());
  }

  /**
   * The same command however often it is asked for, so that it is decided once; another one after
   * each change, so that one refused because of a change does not stand for what is due after it.
   */
  Command.Delete command() {
    String id = "expire-" + workspace + "-" + incarnation + "-" + found.expiry().toEpochMilli();
    return new Command.Delete(
        new CommandId(changes == 0 ? id : id + "-" + changes), workspace, REQUESTER, found);
  }

  @Override
  public int compareTo(Due other) {
    return EARLIEST_FIRST.compare(this, other);
  }
}
