package dev.helium.domain;

import java.time.Instant;
import java.util.List;

/** Whether the pods of a workspace can serve; observed, never intended. */
public sealed interface Readiness {
  /** Nobody has looked yet. */
  record Unknown() implements Readiness {}

  record Ready() implements Readiness {}

  /** At least one reason, the gravest first; at most ten are kept. */
  record NotReady(List<Reason> reasons) implements Readiness {
    private static final int MOST = 10;

    public NotReady {
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a workspace that is not ready has a reason");
      }
      reasons = List.copyOf(reasons.subList(0, Math.min(MOST, reasons.size())));
    }

    /** The same with each reason's beginning: as said before, or now when it is new. */
    public NotReady since(Readiness before, Instant now) {
      List<Reason> known = before instanceof NotReady(List<Reason> earlier) ? earlier : List.of();
      return new NotReady(
          reasons.stream()
              .map(
                  reason ->
                      reason.since(
                          known.stream()
                              .filter(reason::isSameTrouble)
                              .map(Reason::since)
                              .findFirst()
                              .orElse(now)))
              .toList());
    }

    public boolean isFatal() {
      return reasons.stream().anyMatch(reason -> reason.kind() == ReasonKind.FATAL);
    }
  }
}
