package dev.helium.watcher.folding;

import dev.helium.domain.ReadinessCode;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import dev.helium.watcher.judging.Finding;
import dev.helium.watcher.judging.ObjectKey;
import dev.helium.watcher.judging.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The services that lead to no pod.
 *
 * <p>A dead end at an address that people are told is a reason of its own. Inside, charts bring
 * services for parts that are switched off: there it is said only beside something that is wrong.
 *
 * @param dead since when each of them leads nowhere
 * @param announced those with an address
 */
record Routes(Map<ObjectKey, Instant> dead, List<ObjectKey> announced) {
  /** Controllers take a moment to find pods, and clocks differ. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  static Routes of(Collection<Finding> findings) {
    Map<ObjectKey, Instant> ends = new HashMap<>();
    List<ObjectKey> announced = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.part() instanceof Part.Route(String service, Instant emptySince)) {
        // Of several slices, one that leads somewhere is enough.
        ends.merge(
            new ObjectKey("Service", finding.key().namespace(), service),
            emptySince,
            (one, other) -> one.isAfter(other) ? one : other);
      }
      if (finding.key().kind().equals("Service") && !finding.addresses().isEmpty()) {
        announced.add(finding.key());
      }
    }
    ends.values().removeIf(Instant.MAX::equals);
    return new Routes(ends, announced);
  }

  /** The reasons with those that are to be said beside them: never more than is waited for. */
  List<Reason> added(List<Reason> reasons, Instant now) {
    boolean isFine = reasons.isEmpty();
    boolean isWrong = reasons.stream().anyMatch(reason -> reason.kind() != ReasonKind.WAITING);
    List<Reason> all = new ArrayList<>(reasons);
    dead.forEach(
        (service, since) -> {
          if ((isWrong || (isFine && announced.contains(service)))
              && !since.plus(PATIENCE).isAfter(now)) {
            all.add(reason(service));
          }
        });
    return all;
  }

  /** When another one becomes a reason although nothing changes. */
  Instant holdsUntil(Instant now) {
    return announced.stream()
        .filter(dead::containsKey)
        .map(service -> dead.get(service).plus(PATIENCE))
        .filter(now::isBefore)
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  private static Reason reason(ObjectKey service) {
    return new Reason(
        ReadinessCode.NO_ENDPOINTS.kind(),
        service.toString(),
        ReadinessCode.NO_ENDPOINTS.word(),
        "its selector matches no pod that runs");
  }
}
