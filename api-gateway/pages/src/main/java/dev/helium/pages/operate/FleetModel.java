package dev.helium.pages.operate;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.operate.Bar.Slice;
import dev.helium.pages.operate.read.LedgerView;
import dev.helium.pages.operate.read.ReasonClasses;
import dev.helium.pages.read.ExpiryView;
import dev.helium.pages.read.SummaryView;
import dev.helium.pages.read.SummaryView.Count;
import dev.helium.pages.read.SummaryView.OfBackend;
import dev.helium.pages.read.SummaryView.Took;
import dev.helium.pages.read.WorkspaceStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What all workspaces come to.
 *
 * @param next those that are to go within a day, the soonest first, some of them
 * @param ledger empty while nobody can say it
 * @param parked how many webhooks wait for somebody
 */
public record FleetModel(
    Frame frame,
    SummaryView summary,
    List<ExpiryView> next,
    Optional<LedgerView> ledger,
    long parked) {
  public FleetModel {
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(summary, "summary");
    next = List.copyOf(next);
    Objects.requireNonNull(ledger, "ledger");
  }

  /** How many need somebody. */
  public long troubled() {
    return summary.of(WorkspaceStatus.FAILED) + summary.of(WorkspaceStatus.NOT_READY);
  }

  /** Against the largest backend, so that bars can be compared. */
  public Bar bar(OfBackend backend) {
    return Bar.of(
        WorkspaceStatus.LISTED.stream()
            .map(status -> new Slice(status.id(), backend.of(status)))
            .toList(),
        summary.backends().stream().mapToLong(OfBackend::all).max().orElse(0));
  }

  /** From the quickest tenth to the slowest, against the slowest backend. */
  public Bar bar(Took took) {
    return Bar.between("span", took.tenth().toMillis(), took.ninetieth().toMillis(), slowest());
  }

  /** Where the middle is. */
  public String middle(Took took) {
    return Bar.attribute(Bar.share(took.median().toMillis(), slowest()));
  }

  public Bar bar(Count failure) {
    long most = summary.failures().stream().mapToLong(Count::workspaces).max().orElse(0);
    return Bar.of(List.of(new Slice("failed", failure.workspaces())), most);
  }

  public String shown(Count failure) {
    return ReasonClasses.shown(failure.name());
  }

  public Backlog backlog() {
    return Backlog.of(summary);
  }

  private long slowest() {
    return summary.ready().stream().mapToLong(took -> took.ninetieth().toMillis()).max().orElse(0);
  }
}
