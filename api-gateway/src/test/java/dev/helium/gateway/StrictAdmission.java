package dev.helium.gateway;

import dev.helium.domain.AdmittedCommand;
import dev.helium.domain.Command;
import dev.helium.domain.DeniedCommand;
import dev.helium.domain.Ends;
import dev.helium.domain.ExpiryPolicy;
import dev.helium.domain.LifetimePolicy;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.domain.quota.Admissions;
import dev.helium.domain.quota.Claim;
import dev.helium.domain.quota.Footprint;
import dev.helium.domain.quota.Footprints;
import dev.helium.domain.quota.QuotaPolicy;
import dev.helium.domain.quota.Verdict;
import dev.helium.log.AdmissionLog;
import dev.helium.log.AdmissionLog.Passed;
import dev.helium.log.LogSettings;
import dev.helium.log.LogUnavailableException;
import dev.helium.log.Partitions;
import dev.helium.log.RequestBatch;
import dev.helium.log.RequestBatch.Requested;
import dev.helium.log.RequestHandler;
import dev.helium.log.RequestSubscription;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The real answers to real requests from the log, as long as nothing is ever given back. */
final class StrictAdmission implements RequestHandler, AutoCloseable {
  private static final Footprints NONE =
      new Footprints() {
        @Override
        public Footprint of(Command.Create create) {
          return Footprint.NONE;
        }

        @Override
        public Footprint of(WorkspaceId workspace, WorkspaceSpec specification) {
          return Footprint.NONE;
        }
      };

  private final Vertx vertx;
  private final LogSettings settings;
  private final DecidingProvisioner provisioner;
  private final Admissions admissions;
  private final RequestSubscription subscription;
  private final Set<Integer> owned = ConcurrentHashMap.newKeySet();
  private final Map<String, Claim> claims = new ConcurrentHashMap<>();
  private final List<Requested> requests = new CopyOnWriteArrayList<>();

  StrictAdmission(
      Vertx vertx, LogSettings settings, DecidingProvisioner provisioner, QuotaPolicy policy) {
    this.vertx = vertx;
    this.settings = settings;
    this.provisioner = provisioner;
    this.admissions =
        new Admissions(
            policy, new Ends(LifetimePolicy.same(new ExpiryPolicy(ZoneOffset.UTC, 1, 90))), NONE);
    this.subscription =
        new RequestSubscription(
            vertx, settings, "admissions", this, ignored -> Future.succeededFuture());
  }

  StrictAdmission start() {
    Futures.await(subscription.start());
    return this;
  }

  /** The requests that came, in order. */
  List<Requested> requests() {
    return List.copyOf(requests);
  }

  @Override
  public Future<Void> take(int partition) {
    owned.add(partition);
    return Future.succeededFuture();
  }

  @Override
  public boolean owns(int partition) {
    return owned.contains(partition);
  }

  @Override
  public void give(int partition) {
    owned.remove(partition);
  }

  @Override
  public Future<Void> handle(RequestBatch batch) {
    return vertx.executeBlocking(
        () -> {
          for (Requested request : batch.requests()) {
            answer(request);
          }
          return null;
        });
  }

  @Override
  public void close() {
    Futures.await(subscription.close());
  }

  private void answer(Requested request) throws LogUnavailableException {
    requests.add(request);
    Map<String, Claim> account = new HashMap<>(claims);
    account.values().removeIf(claim -> !claim.owner().equals(request.owner()));
    Workspace workspace = provisioner.workspace(request.command().workspace());
    Verdict verdict =
        admissions.answer(request.wanted(), request.owner(), workspace, account, Instant.now());
    List<Command> commands = new ArrayList<>();
    List<Claim> changed = new ArrayList<>();
    switch (verdict) {
      case Verdict.Granted(Claim claim) -> {
        commands.add(AdmittedCommand.of(request.command(), request.owner()));
        changed.add(claim.placed(request.command().id(), 0));
      }
      case Verdict.Denied denied ->
          commands.add(
              new DeniedCommand(
                  request.command().id(),
                  request.command().workspace(),
                  request.wanted().requestedBy(),
                  denied.refusal()));
      case Verdict.UnderWay ignored -> {}
      // Decided before: the view says how.
      case Verdict.Decided ignored -> {}
    }
    try (AdmissionLog log = AdmissionLog.take(settings, Partitions.ofOwner(request.owner()))) {
      log.append(commands.stream().map(Passed::new).toList(), ignored -> changed, request.offset());
    }
    changed.forEach(claim -> claims.put(claim.key(), claim));
  }
}
