package dev.helium.provisioner.admission;

import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.Decider;
import dev.helium.domain.Decision;
import dev.helium.domain.Ends;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.RetryPolicy;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.quota.Admissions;
import dev.helium.domain.quota.Claim;
import dev.helium.domain.quota.Quota;
import dev.helium.domain.quota.QuotaPolicy;
import dev.helium.domain.quota.QuotaRule;
import dev.helium.domain.quota.Resource;
import dev.helium.log.Claims;
import dev.helium.log.CommandLog;
import dev.helium.log.CommandSubscription;
import dev.helium.log.EventFollower;
import dev.helium.log.LogSettings;
import dev.helium.log.Partitions;
import dev.helium.log.RequestLog;
import dev.helium.log.RequestSubscription;
import dev.helium.log.TopicAdministration;
import dev.helium.provisioner.decide.Decisions;
import dev.helium.service.Health;
import dev.helium.service.tracing.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Over a broker: somebody who decides, and processes that admit. Everybody may have two workspaces.
 */
final class AdmissionFixture implements AutoCloseable {
  static final QuotaPolicy TWO_EACH = policy(Map.of(Resource.WORKSPACES, 2L));

  private static final String GROUP = "admissions";
  private static final RetryPolicy ONCE =
      new RetryPolicy(1, Duration.ofSeconds(1), Duration.ofSeconds(1));

  final Vertx vertx = Vertx.vertx();
  final LogSettings settings;
  final RequestLog requests;
  final CommandLog commands;
  private final CommandSubscription decisions;
  private final EventFollower follower;
  private final Map<WorkspaceId, Workspace> workspaces = new ConcurrentHashMap<>();
  private final List<Admitting> processes = new ArrayList<>();

  AdmissionFixture(String bootstrap) {
    settings = new LogSettings(bootstrap);
    done(TopicAdministration.ensure(vertx, settings));
    requests = new RequestLog(vertx, settings);
    commands = new CommandLog(vertx, settings);
    decisions =
        new CommandSubscription(
            vertx,
            settings,
            "deciders",
            new Decisions(
                vertx,
                settings,
                ignored -> Future.succeededFuture(),
                new Decider(SimulatedLog.lifetimes(), ONCE, ONCE, ignored -> List.of(), TWO_EACH),
                new LiveProvisioning(commands),
                InstantSource.system(),
                Tracing.off()));
    follower =
        new EventFollower(
            vertx,
            settings,
            delivery -> {
              workspaces.merge(
                  delivery.record().workspace(),
                  Workspace.absent(delivery.record().workspace()).apply(delivery.record()),
                  (before, ignored) -> before.apply(delivery.record()));
              return Future.succeededFuture();
            },
            ignored -> Future.succeededFuture(),
            () -> {},
            ignored -> {});
  }

  /** One that admits requests as a provisioner does. */
  record Admitting(AdmissionDesk desk, RequestSubscription subscription) {}

  void startDeciding() {
    done(decisions.start());
    done(follower.start());
  }

  Admitting startAdmitting(QuotaPolicy policy) {
    AdmissionDesk desk =
        new AdmissionDesk(
            vertx,
            settings,
            policy,
            SimulatedLog.lifetimes(),
            new CountedFootprints(),
            InstantSource.system(),
            new Health(),
            new SimpleMeterRegistry());
    Admitting process =
        new Admitting(
            desk,
            new RequestSubscription(
                vertx, settings, GROUP, desk, ignored -> Future.succeededFuture()));
    done(process.subscription().start());
    processes.add(process);
    return process;
  }

  void stop(Admitting process) {
    processes.remove(process);
    done(process.subscription().close());
    done(process.desk().close());
  }

  /** One partition in the hands of one process, without a group. */
  AdmissionPartition take(String owner) throws Exception {
    RollFollower events =
        new RollFollower(vertx, settings, new Health(), new SimpleMeterRegistry());
    return AdmissionPartition.take(
        Partitions.ofOwner(owner),
        new AdmissionParts(
            vertx,
            settings,
            TWO_EACH,
            new Admissions(TWO_EACH, new Ends(SimulatedLog.lifetimes()), new CountedFootprints()),
            events,
            new AdmissionMeters(new SimpleMeterRegistry()),
            InstantSource.system()));
  }

  void request(String owner, Command.Admissible command) {
    done(requests.append(owner, command));
  }

  Workspace workspace(String name) {
    WorkspaceId id = new WorkspaceId(name);
    return workspaces.getOrDefault(id, Workspace.absent(id));
  }

  Optional<Decision> decision(Command command) {
    return workspace(command.workspace().value()).decision(command.id());
  }

  /** All claims of an owner, by workspace. */
  Map<String, Claim> claims(String owner) {
    Map<String, Claim> found = new ConcurrentHashMap<>();
    done(Claims.read(vertx, settings, Partitions.ofOwner(owner)))
        .claims()
        .values()
        .forEach(
            claim -> {
              if (claim.owner().equals(owner)) {
                found.put(claim.workspace().value(), claim);
              }
            });
    return found;
  }

  static QuotaPolicy policy(Map<Resource, Long> limits) {
    return new QuotaPolicy(new QuotaRule(new Quota(limits), Map.of()), Map.of());
  }

  static Command.Create create(String id, String workspace, String requester) {
    return new Command.Create(
        new CommandId(id),
        new WorkspaceId(workspace),
        requester,
        "namespace",
        Map.of(),
        Map.of(),
        new ExpiryRequest.EndOfDay(LocalDate.now(ZoneOffset.UTC).plusDays(3)));
  }

  static <T> T done(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError(failure.getMessage(), failure);
    }
  }

  @Override
  public void close() {
    List.copyOf(processes).forEach(this::stop);
    // Which some tests have never started.
    done(decisions.close().otherwiseEmpty());
    done(follower.close());
    done(vertx.close());
  }
}
