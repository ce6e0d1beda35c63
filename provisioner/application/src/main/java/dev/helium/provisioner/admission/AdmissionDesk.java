package dev.helium.provisioner.admission;

import dev.helium.domain.Ends;
import dev.helium.domain.LifetimePolicy;
import dev.helium.domain.quota.Admissions;
import dev.helium.domain.quota.Footprints;
import dev.helium.domain.quota.QuotaPolicy;
import dev.helium.log.LogSettings;
import dev.helium.log.LogUnavailableException;
import dev.helium.log.RequestBatch;
import dev.helium.log.RequestHandler;
import dev.helium.provisioner.blocking.Blocking;
import dev.helium.service.Health;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The partitions of the requests that this process owns.
 *
 * <p>Where nobody has a quota nothing is read and nothing is taken before a request comes: from a
 * service that knows of a quota which this one does not, or from the time when there was one.
 */
public final class AdmissionDesk implements RequestHandler {
  private static final String ANOTHER = "the partition has another owner now";

  private final Map<Integer, AdmissionPartition> open = new ConcurrentHashMap<>();
  private final Set<Integer> assigned = ConcurrentHashMap.newKeySet();
  private final AdmissionParts parts;

  public AdmissionDesk(
      Vertx vertx,
      LogSettings settings,
      QuotaPolicy policy,
      LifetimePolicy lifetimes,
      Footprints footprints,
      InstantSource clock,
      Health health,
      MeterRegistry meters) {
    this.parts =
        new AdmissionParts(
            vertx,
            settings,
            policy,
            new Admissions(policy, new Ends(lifetimes), new RememberedFootprints(footprints)),
            new RollFollower(vertx, settings, health, meters),
            new AdmissionMeters(meters),
            clock);
  }

  @Override
  public Future<Void> take(int number) {
    return Blocking.run(
        "admit-take-" + number,
        () -> {
          AdmissionPartition before = open.remove(number);
          if (before != null) {
            before.give();
          }
          assigned.add(number);
          if (!parts.policy().isNone()) {
            opened(number);
          }
        });
  }

  @Override
  public boolean owns(int number) {
    AdmissionPartition partition = open.get(number);
    return assigned.contains(number) && (partition == null || !partition.isOver());
  }

  @Override
  public void give(int number) {
    assigned.remove(number);
    AdmissionPartition partition = open.remove(number);
    if (partition != null) {
      Thread.ofVirtual().name("admit-give-" + number).start(partition::give);
    }
  }

  @Override
  public Future<Void> handle(RequestBatch batch) {
    return Blocking.run(
        "admit-" + batch.partition(), () -> opened(batch.partition()).answer(batch.requests()));
  }

  /** Completes when no event is followed any more. */
  public Future<Void> close() {
    return parts.events().close();
  }

  private AdmissionPartition opened(int number) throws LogUnavailableException {
    if (!assigned.contains(number)) {
      throw new LogUnavailableException(ANOTHER);
    }
    AdmissionPartition known = open.get(number);
    if (known != null) {
      return known;
    }
    AdmissionPartition taken = AdmissionPartition.take(number, parts);
    open.put(number, taken);
    if (!assigned.contains(number) && open.remove(number, taken)) {
      taken.give();
      throw new LogUnavailableException(ANOTHER);
    }
    return taken;
  }
}
