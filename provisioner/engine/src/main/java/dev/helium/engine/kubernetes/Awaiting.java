package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.kubernetes.readiness.ReadyRule;
import dev.helium.engine.kubernetes.readiness.Related;
import dev.helium.engine.kubernetes.readiness.Verdict;
import dev.helium.engine.provider.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Watches one object, and those that belong to it, until it is ready or cannot become so. */
final class Awaiting {
  private final ClusterObjects objects;
  private final ObjectTarget target;
  private final ReadyRule rule;
  private final Call call;
  private final Semaphore changes = new Semaphore(1);
  private final List<String> told = new ArrayList<>();
  private JsonNode live;

  /** Waits for an object that was applied; {@code applied} is what the API server answered. */
  Awaiting(
      ClusterObjects objects, ObjectTarget target, ReadyRule rule, JsonNode applied, Call call) {
    this.objects = objects;
    this.target = target;
    this.rule = rule;
    this.live = applied;
    this.call = call;
  }

  /** The object when it is ready; fails when it is not in time. */
  JsonNode run(Duration timeout) {
    // Most kinds without controllers are ready in the answer itself.
    if (rule.related(live).isEmpty() && rule.judge(live, List.of()) instanceof Verdict.Ready) {
      return live;
    }
    call.cancellation().onCancel(changes::release);
    var name = "fieldSelector=" + ObjectKind.encode("metadata.name=" + target.identity().name());
    try (var own = feed(target.kind(), name)) {
      var related = rule.related(live).flatMap(this::feed);
      try {
        return await(own, related, System.nanoTime() + timeout.toNanos(), timeout);
      } finally {
        related.ifPresent(ObjectFeed::close);
      }
    }
  }

  private JsonNode await(
      ObjectFeed own, Optional<ObjectFeed> related, long deadline, Duration timeout) {
    Verdict verdict = Verdict.waiting("waiting for news");
    while (true) {
      var left = Duration.ofNanos(deadline - System.nanoTime());
      var quiet = quiet(verdict);
      var isQuiet = !quiet.isZero() && quiet.compareTo(left) <= 0;
      if (!changed(isQuiet ? quiet : left)) {
        if (isQuiet) {
          return live;
        }
        throw late(verdict, timeout);
      }
      checkCancelled(verdict);
      verdict = judge(own, related).orElse(verdict);
      switch (verdict) {
        case Verdict.Ready _ -> {
          return live;
        }
        case Verdict.Failed(var reasons) ->
            throw new NotReadyException(
                FailureClass.INVALID, target + " will not be ready", live, reasons);
        case Verdict.Waiting waiting -> tell(waiting);
      }
    }
  }

  private Optional<Verdict> judge(ObjectFeed own, Optional<ObjectFeed> related) {
    own.failure()
        .ifPresent(
            failed -> {
              throw new NotReadyException(
                  failed.failure().failureClass(),
                  target + " cannot be watched",
                  live,
                  List.of(failed.getMessage()));
            });
    var seen = own.objects();
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    if (seen.get().isEmpty()) {
      return Optional.of(Verdict.failed("it was deleted"));
    }
    live = seen.get().iterator().next();
    // Who may not look at the related objects is judged without them.
    var isBlind = related.isEmpty() || related.get().failure().isPresent();
    var others = isBlind ? Optional.of(List.<JsonNode>of()) : related.get().objects();
    return others.map((Collection<JsonNode> all) -> rule.judge(live, all));
  }

  private boolean changed(Duration atMost) {
    try {
      var isChanged = changes.tryAcquire(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS);
      changes.drainPermits();
      return isChanged;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new NotReadyException(
          FailureClass.CANCELLED, "cancelled while waiting for " + target, live, List.of());
    }
  }

  private void checkCancelled(Verdict verdict) {
    try {
      call.cancellation().check();
    } catch (EngineException cancelled) {
      throw new NotReadyException(
          cancelled.failure().failureClass(),
          target + " was not ready yet: " + cancelled.getMessage(),
          live,
          reasons(verdict));
    }
  }

  private NotReadyException late(Verdict verdict, Duration timeout) {
    return new NotReadyException(
        FailureClass.TIMED_OUT,
        target + " is not ready after " + timeout.toSeconds() + " s",
        live,
        reasons(verdict));
  }

  private void tell(Verdict.Waiting waiting) {
    var lines = new ArrayList<String>();
    lines.add(target + ": " + waiting.what());
    waiting.reasons().forEach(reason -> lines.add(target + ": " + reason));
    lines.removeAll(told);
    lines.forEach(call.progress());
    told.addAll(lines);
  }

  private static Duration quiet(Verdict verdict) {
    return verdict instanceof Verdict.Waiting waiting ? waiting.quiet() : Duration.ZERO;
  }

  private static List<String> reasons(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Ready _ -> List.of();
      case Verdict.Failed(var reasons) -> reasons;
      case Verdict.Waiting waiting ->
          waiting.reasons().isEmpty() ? List.of(waiting.what()) : waiting.reasons();
    };
  }

  private Optional<ObjectFeed> feed(Related related) {
    return objects
        .kinds()
        .find(related.apiVersion(), related.kind())
        .map(kind -> feed(kind, encoded(related.query())));
  }

  private ObjectFeed feed(ObjectKind kind, String query) {
    return new ObjectFeed(
        objects.server(), kind, target.identity().namespace(), query, changes::release);
  }

  private static String encoded(String query) {
    var equals = query.indexOf('=');
    return query.substring(0, equals + 1) + ObjectKind.encode(query.substring(equals + 1));
  }
}
