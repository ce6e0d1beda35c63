package dev.helium.watcher.publishing;

import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.service.metrics.Words;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Counts how often readiness turns, and why workspaces are not ready. */
final class Flips {
  private final MeterRegistry meters;
  private final Counter toReady;
  private final Counter toNotReady;

  Flips(MeterRegistry meters) {
    this.meters = meters;
    this.toReady = turns("ready");
    this.toNotReady = turns("not-ready");
  }

  /** Takes in what is said of one life. */
  void seen(Readiness before, Readiness after) {
    switch (after) {
      case Readiness.Ready ignored when !(before instanceof Readiness.Ready) -> toReady.increment();
      case Readiness.NotReady(List<Reason> reasons) -> {
        if (before instanceof Readiness.Ready) {
          toNotReady.increment();
        }
        notReady(before, reasons.getFirst());
      }
      case Readiness ignored -> {
        // It is as it was.
      }
    }
  }

  /** The gravest reason, when it is another trouble than before. */
  private void notReady(Readiness before, Reason gravest) {
    boolean known =
        before instanceof Readiness.NotReady(List<Reason> reasons)
            && reasons.getFirst().kind() == gravest.kind()
            && reasons.getFirst().code().equals(gravest.code());
    if (!known) {
      Counter.builder("helium.not.ready")
          .description("Gravest reasons why workspaces are not ready, when they are new")
          .tag("class", Words.of(gravest.reasonClass()))
          .tag("kind", Words.of(gravest.kind()))
          .register(meters)
          .increment();
    }
  }

  private Counter turns(String to) {
    return Counter.builder("helium.readiness.flips")
        .description("Times that the readiness of a workspace turned")
        .tag("to", to)
        .register(meters);
  }
}
