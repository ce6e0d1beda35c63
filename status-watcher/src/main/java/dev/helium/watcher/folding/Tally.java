package dev.helium.watcher.folding;

import dev.helium.domain.Milestones;
import dev.helium.domain.Progress;
import dev.helium.watcher.judging.Finding;
import dev.helium.watcher.judging.Headway;
import dev.helium.watcher.judging.Part;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the pods of a workspace.
 *
 * <p>Pods and their controller do not turn at the same moment. The count goes by whoever gives the
 * reasons, so that both change in one event.
 */
final class Tally {
  private static final Comparator<Finding> LONGEST_FIRST =
      Comparator.comparing(Tally::since).thenComparing(finding -> finding.key().toString());

  private final Belongings belongings;
  private final List<Finding> needed;
  private final Map<String, Pods> pods = new HashMap<>();

  Tally(Belongings belongings, List<Finding> needed) {
    this.belongings = belongings;
    this.needed = needed;
    for (Finding finding : belongings.findings()) {
      if (finding.part() instanceof Part.Member(String owner)) {
        pods.merge(Belongings.controller(finding, owner), Pods.of(finding), Pods::plus);
      }
    }
  }

  /** The pods of one controller that are seen. */
  private record Pods(int ready, int unready) {
    private static final Pods NONE = new Pods(0, 0);

    private static Pods of(Finding pod) {
      return pod.symptoms().isEmpty() ? new Pods(1, 0) : new Pods(0, 1);
    }

    private Pods plus(Pods other) {
      return new Pods(ready + other.ready, unready + other.unready);
    }
  }

  Progress progress(Instant now) {
    int wanted = 0;
    int ready = 0;
    for (Finding finding : needed) {
      switch (finding.headway()) {
        case Headway.OfController controller -> {
          wanted = sum(wanted, controller.wanted());
          ready = sum(ready, ready(finding, controller));
        }
        case Headway.OfPod ignored when isCountedAlone(finding) -> {
          wanted = sum(wanted, 1);
          ready = sum(ready, finding.symptoms().isEmpty() ? 1 : 0);
        }
        case Headway.OfPod ignored -> {
          // Counted with its controller.
        }
        case Headway.None ignored -> {
          // Nothing to count.
        }
      }
    }
    return new Progress(ready, wanted, slowest(now));
  }

  /** Of the pods that are wanted, once all of them are there. */
  Milestones milestones() {
    int wanted = 0;
    int seen = 0;
    Milestones milestones = Milestones.NONE;
    for (Finding finding : belongings.findings()) {
      if (finding.headway() instanceof Headway.OfController controller && !isJob(finding)) {
        wanted = sum(wanted, controller.wanted());
        if (controller.updated() < controller.wanted()) {
          return Milestones.NONE;
        }
      } else if (finding.headway() instanceof Headway.OfPod pod && belongings.isAwaited(finding)) {
        seen++;
        milestones =
            seen == 1
                ? new Milestones(pod.scheduled(), pod.started())
                : new Milestones(
                    last(milestones.scheduled(), pod.scheduled()),
                    last(milestones.started(), pod.started()));
      }
    }
    return seen < wanted ? Milestones.NONE : milestones;
  }

  /** Anybody can want any number of pods. */
  private static int sum(int one, int other) {
    return Math.clamp((long) one + other, 0, Integer.MAX_VALUE);
  }

  private int ready(Finding finding, Headway.OfController controller) {
    Pods seen = pods.getOrDefault(Belongings.place(finding), Pods.NONE);
    int served =
        belongings.isExplained(finding) && !isJob(finding)
            ? Math.min(seen.ready(), controller.updated() - seen.unready())
            : Math.min(controller.available(), controller.updated());
    return Math.clamp(served, 0, controller.wanted());
  }

  /** A pod that nothing keeps, or whose controller is of a kind that is not watched. */
  private boolean isCountedAlone(Finding pod) {
    return !(pod.part() instanceof Part.Member(String owner))
        || !belongings.controllers().contains(Belongings.controller(pod, owner));
  }

  private String slowest(Instant now) {
    return needed.stream()
        .filter(finding -> holdsUp(finding, now))
        .min(LONGEST_FIRST)
        .map(finding -> finding.key().toString())
        .orElse("");
  }

  private boolean holdsUp(Finding finding, Instant now) {
    return finding.symptoms().stream()
        .anyMatch(symptom -> !belongings.isExplained(finding, symptom.at(now)));
  }

  /** What does not run comes last. */
  private static Instant since(Finding finding) {
    return switch (finding.headway()) {
      case Headway.OfController controller -> controller.since();
      case Headway.OfPod pod -> pod.since();
      case Headway.None ignored -> Instant.MAX;
    };
  }

  /** Unknown when one of the two is. */
  private static Instant last(Instant one, Instant other) {
    if (one.equals(Milestones.UNKNOWN) || other.equals(Milestones.UNKNOWN)) {
      return Milestones.UNKNOWN;
    }
    return one.isAfter(other) ? one : other;
  }

  private static boolean isJob(Finding finding) {
    return finding.key().kind().equals("Job");
  }
}
