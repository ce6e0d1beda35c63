package dev.helium.story.chaos;

import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.Decision;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Readiness;
import dev.helium.domain.ReasonKind;
import dev.helium.domain.WorkspaceView;
import dev.helium.story.chaos.check.Finding;
import dev.helium.story.chaos.journal.Journal;
import dev.helium.story.chaos.journal.JournalFollower;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Waits until nothing is under way any more. */
final class Settling {
  /** The longest pause between two attempts to destroy something is 5 min. */
  private static final Duration LIMIT = Duration.ofMinutes(6);

  private static final Duration INTERVAL = Duration.ofMillis(500);
  private static final Duration QUIET = Duration.ofSeconds(3);

  /** An expiry as near as this is waited for. */
  private static final Duration NEAR = Duration.ofSeconds(30);

  private final JournalFollower follower;
  private final InstantSource clock;
  private final CountDownLatch never = new CountDownLatch(1);

  Settling(JournalFollower follower, InstantSource clock) {
    this.follower = follower;
    this.clock = clock;
  }

  /** The log when nothing was written any more, and who was still under way at the limit. */
  record Settled(Journal journal, Duration took, List<String> unsettled) {
    Finding finding() {
      return new Finding(
          journal.views().size(),
          "names came to rest within %d s".formatted(took.toSeconds() + 1),
          unsettled);
    }
  }

  /**
   * @param progress is told who is waited for
   */
  Settled await(Consumer<List<String>> progress) throws InterruptedException {
    long begun = System.nanoTime();
    long quietSince = begun;
    int seen = -1;
    while (true) {
      Journal journal = follower.read();
      long now = System.nanoTime();
      List<String> unsettled = unsettled(journal, clock.instant());
      int records = journal.events().size() + journal.commands().size();
      if (records != seen || !unsettled.isEmpty()) {
        quietSince = now;
        seen = records;
      }
      Duration took = Duration.ofNanos(now - begun);
      if (now - quietSince >= QUIET.toNanos() || took.compareTo(LIMIT) > 0) {
        return new Settled(journal, took, unsettled);
      }
      progress.accept(unsettled);
      // Nobody counts it down: the way to wait for a while.
      boolean _ = never.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  static List<String> unsettled(Journal journal, Instant now) {
    List<String> all = new ArrayList<>();
    Set<CommandId> decided = new HashSet<>();
    journal
        .events()
        .forEach(
            event -> {
              if (event.value().cause() instanceof Cause.Commanded(CommandId command)
                  && Decision.of(event.value().event()).isPresent()) {
                decided.add(command);
              }
            });
    journal.commands().stream()
        .filter(command -> !decided.contains(command.value().id()))
        .map(
            command ->
                "%s waits for the decision about %s %s"
                    .formatted(
                        command.value().workspace(),
                        command.value().getClass().getSimpleName(),
                        command.value().id()))
        .distinct()
        .forEach(all::add);
    journal
        .views()
        .forEach(
            (name, view) ->
                reason(view, now).ifPresent(reason -> all.add("%s %s".formatted(name, reason))));
    return all;
  }

  private static Optional<String> reason(WorkspaceView view, Instant now) {
    return switch (view.workspace().lifecycle()) {
      case Lifecycle.Absent ignored -> Optional.empty();
      case Lifecycle.Deleted ignored -> Optional.empty();
      case Lifecycle.DestroyFailed ignored -> Optional.empty();
      case Lifecycle.Provisioning provisioning -> Optional.of("is being made: " + provisioning);
      case Lifecycle.Destroying destroying -> Optional.of("is being destroyed: " + destroying);
      case Lifecycle.Destroyed ignored -> Optional.of("waits for its receipt");
      case Lifecycle.ProvisioningFailed ignored -> expiring(view, now);
      case Lifecycle.Provisioned ignored -> expiring(view, now).or(() -> unready(view));
    };
  }

  private static Optional<String> expiring(WorkspaceView view, Instant now) {
    Instant end = view.workspace().endsAt();
    return end.isBefore(now.plus(NEAR)) ? Optional.of("ends at " + end) : Optional.empty();
  }

  private static Optional<String> unready(WorkspaceView view) {
    return switch (view.readiness()) {
      case Readiness.Ready ignored -> Optional.empty();
      case Readiness.Unknown ignored -> Optional.of("has not been looked at");
      case Readiness.NotReady(var reasons) ->
          reasons.stream().allMatch(reason -> reason.kind() == ReasonKind.WAITING)
              ? Optional.of("is not ready: " + reasons)
              : Optional.empty();
    };
  }
}
