package dev.helium.domain;

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

    public boolean isFatal() {
      return reasons.stream().anyMatch(reason -> reason.kind() == ReasonKind.FATAL);
    }
  }
}
