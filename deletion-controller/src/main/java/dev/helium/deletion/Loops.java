package dev.helium.deletion;

import dev.helium.deletion.backlog.Backlog;
import dev.helium.deletion.backlog.BacklogMeters;
import dev.helium.deletion.clearance.Clearance;
import dev.helium.deletion.clearance.ClearanceGuard;
import dev.helium.deletion.clock.ClockWatch;
import dev.helium.deletion.cluster.KubernetesInspector;
import dev.helium.deletion.expiry.ExpiryLoop;
import dev.helium.deletion.ledger.ClusterLook;
import dev.helium.deletion.ledger.DriftLoop;
import dev.helium.deletion.ledger.LedgerLoop;
import dev.helium.deletion.ledger.Requests;
import dev.helium.deletion.ledger.Surveyor;
import dev.helium.deletion.ledger.Writer;
import dev.helium.deletion.loss.LossLoop;
import dev.helium.deletion.proof.Proofs;
import dev.helium.deletion.recurring.RecurringLoop;
import dev.helium.deletion.renewal.RenewalLoop;
import dev.helium.deletion.stray.StrayLoop;
import dev.helium.deletion.tenancy.Tenancy;
import dev.helium.deletion.tenure.Life;
import dev.helium.deletion.tenure.Lives;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.deletion.tenure.Tenures;
import dev.helium.deletion.warning.WarningLoop;
import dev.helium.domain.ClusterName;
import dev.helium.domain.EventRecord;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Health;
import dev.helium.service.Turns;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Everything that acts on what the log says of a workspace.
 *
 * <p>All methods but the constructor belong to the thread of the turns.
 */
final class Loops {
  /**
   * What the ledger is made from.
   *
   * @param looks how each cluster that is known is looked through now
   * @param upToNow completes when all that is in the log by now has been learned
   */
  record LedgerEdge(
      Surveyor surveyor,
      Supplier<Map<ClusterName, ClusterLook>> looks,
      Supplier<Future<Void>> upToNow,
      Writer writer) {
    LedgerEdge {
      Objects.requireNonNull(surveyor, "surveyor");
      Objects.requireNonNull(looks, "looks");
      Objects.requireNonNull(upToNow, "upToNow");
      Objects.requireNonNull(writer, "writer");
    }
  }

  private final InstantSource clock;
  private final ClockWatch watch;
  private final ExpiryLoop expiry;
  private final Proofs proofs;
  private final StrayLoop strays;
  private final RenewalLoop renewals;
  private final WarningLoop warnings;
  private final LossLoop losses;
  private final Clearance clearance;
  private final ClearanceGuard clearanceGuard;
  private final RecurringLoop recurring;
  private final boolean clears;
  private final Tenancy tenancy;
  private final LedgerLoop ledger;
  private final DriftLoop drifts;
  private final Backlog backlog = new Backlog();
  private final Tenures tenures = new Tenures(this::lived, this::changed);
  private final Lives lives = new Lives(tenures);

  Loops(
      DeletionSettings settings,
      CommandSink commands,
      ClockWatch watch,
      KubernetesInspector inspector,
      Supplier<Future<String>> logIdentity,
      LedgerEdge edge,
      Turns turns,
      InstantSource clock,
      Health health,
      MeterRegistry meters) {
    this.clock = clock;
    this.watch = watch;
    this.expiry = new ExpiryLoop(commands, turns, watch, health, meters);
    this.proofs =
        new Proofs(tenures::find, tenures::wasUsed, commands, turns, clock, health, meters);
    this.losses = new LossLoop(proofs::lost, commands, turns);
    this.strays = new StrayLoop(inspector::seen, commands, turns, meters);
    this.renewals = new RenewalLoop(commands, turns, clock, meters);
    this.warnings = new WarningLoop(commands, turns, watch, settings.warnings(), meters);
    this.clearance = new Clearance(commands, turns, health, clock.instant());
    this.clearanceGuard =
        new ClearanceGuard(settings.clearance(), logIdentity, turns, health, clearance::open);
    this.clears = settings.clearance().wanted();
    this.tenancy = new Tenancy(tenures::own, this::ending, clock, meters);
    this.recurring =
        new RecurringLoop(
            settings.recurrences(),
            commands,
            turns,
            watch,
            workspace -> tenancy.hasTenants(workspace.value()),
            health);
    Requests requests = new Requests(commands, turns);
    this.ledger =
        new LedgerLoop(
            lives,
            tenures,
            tenancy::hasTenants,
            proofs::isGone,
            edge.surveyor(),
            edge.upToNow(),
            edge.writer(),
            requests,
            settings.ledger(),
            turns,
            clock,
            meters);
    this.drifts =
        new DriftLoop(
            lives,
            tenures,
            edge.looks(),
            edge.upToNow(),
            requests,
            settings.ledger().confirmation(),
            turns);
    BacklogMeters.register(backlog, clock, meters);
    proofs.reach(ClusterName.DEFAULT, inspector);
  }

  Tenures tenures() {
    return tenures;
  }

  Proofs proofs() {
    return proofs;
  }

  /** Takes in an event of the log. */
  void learn(EventRecord record, int partition) {
    tenures.learn(record, partition);
    recurring.learn(record);
  }

  /** The clock is looked at. */
  void begin() {
    watch.open(this::wake);
  }

  /** The log has been read to its end. */
  void openOnLog() {
    expiry.open();
    renewals.open();
    warnings.open();
    losses.open();
    clearanceGuard.begin();
    recurring.open();
    proofs.open();
  }

  /** And the namespaces of the default cluster are known. */
  void openOnNamespaces() {
    proofs.openDefault();
    strays.open();
    ledger.open();
    drifts.open();
  }

  /** The namespace of that name is gone in a cluster, or looks different. */
  void namespaceChanged(ClusterName cluster, WorkspaceId namespace) {
    proofs.namespaceChanged(cluster, namespace);
    if (cluster.isDefault()) {
      strays.namespaceChanged(namespace);
    }
    drifts.namespaceChanged(cluster, namespace);
  }

  /**
   * That nothing goes on is no fault while the cluster cannot be reached.
   *
   * @param unreachable for how long it was not since this was said last
   */
  void excuse(Duration unreachable) {
    backlog.excuse(unreachable, clock.instant());
  }

  /** Nothing more is asked for. */
  void close() {
    watch.close();
    expiry.close();
    proofs.close();
    strays.close();
    renewals.close();
    warnings.close();
    losses.close();
    clearance.close();
    clearanceGuard.close();
    recurring.close();
    ledger.close();
    drifts.close();
  }

  /** The clock can be believed again. */
  private void wake() {
    expiry.wake();
    warnings.wake();
  }

  private void lived(WorkspaceId workspace, Life life) {
    tenancy.lives(workspace, life);
  }

  private void changed(WorkspaceId workspace, Tenure tenure) {
    tenancy.changed(workspace, tenure);
    proofs.changed(workspace, tenure);
    strays.changed(workspace, tenure);
    renewals.changed(workspace, tenure);
    losses.changed(workspace, tenure);
    backlog.changed(workspace, tenure, clock.instant());
  }

  /** Of what is kept for its tenants these are told that its time never comes. */
  private void ending(WorkspaceId workspace, Tenure tenure) {
    expiry.changed(workspace, tenure);
    warnings.changed(workspace, tenure);
    if (clears) {
      clearance.changed(workspace, tenure);
    }
  }
}
