package dev.helium.watcher.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.Milestones;
import dev.helium.domain.Progress;
import dev.helium.domain.Readiness;
import dev.helium.domain.ReadinessCode;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import dev.helium.domain.Receipt;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.service.metrics.KnownNames;
import dev.helium.service.metrics.MetricTable;
import dev.helium.service.metrics.Scrape;
import dev.helium.service.metrics.ServiceMeters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ManyWorkspacesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Readiness UNKNOWN = new Readiness.Unknown();
  private static final Readiness READY = new Readiness.Ready();
  private static final int WORKSPACES = 10_000;

  /** As the table says. */
  private static final int MOST_SERIES = 2_000;

  private final ServiceMeters shown = new ServiceMeters("status-watcher");
  private final Gauges gauges =
      new Gauges(shown.registry(), KnownNames.of(Set.of("namespace", "posthog", "helicone")));

  @Test
  void theSeriesDoNotGrowWithTheWorkspaces() throws IOException {
    // given
    for (int number = 0; number < WORKSPACES / 10; number++) {
      live(number);
    }
    long before = shown.scrape().ours();
    // when
    for (int number = WORKSPACES / 10; number < WORKSPACES; number++) {
      live(number);
    }
    // then
    Scrape scrape = shown.scrape();
    assertThat(scrape.ours()).isEqualTo(before).isLessThan(MOST_SERIES / 2);
    assertThat(
            MetricTable.in(Path.of(System.getProperty("helium.root")))
                .unknown("status-watcher", scrape))
        .isEmpty();
    for (String stage :
        List.of("applied", "scheduled", "images", "ready", "destroyed", "deleted")) {
      assertThat(scrape.sum("helium_stage_seconds_count", Map.of("stage", stage)))
          .as(stage)
          .isEqualTo(WORKSPACES);
    }
    assertThat(scrape.sum("helium_time_to_ready_seconds_count", Map.of())).isEqualTo(WORKSPACES);
    assertThat(scrape.samples().stream().flatMap(each -> each.labels().values().stream()))
        .noneMatch(value -> value.contains("ada") || value.contains("no-such"));
  }

  @Test
  void theStagesOfALifeAddUpToTheTimeUntilItIsReady() {
    // given
    Course asked = Course.NONE.after(created("namespace", "ada"), NOW, UNKNOWN);
    Course applied = asked.after(new Event.Provisioned(1, Map.of()), NOW.plusMillis(400), UNKNOWN);
    Course ready =
        applied.seeing(
            seen(READY, new Milestones(NOW.plusSeconds(1), NOW.plusSeconds(3))),
            NOW.plusSeconds(4));
    // when
    gauges.learned(asked, applied);
    gauges.learned(applied, ready);
    // then
    assertThat(seconds("applied")).isEqualTo(0.4);
    assertThat(seconds("scheduled")).isEqualTo(0.6);
    assertThat(seconds("images")).isEqualTo(2);
    assertThat(seconds("ready")).isEqualTo(1);
    assertThat(shown.scrape().sum("helium_time_to_ready_seconds_sum", Map.of())).isEqualTo(4);
  }

  @Test
  void whatIsMendedLongAfterItWasReadyIsNoTimeToReady() {
    // given one that was ready once
    Course asked = Course.NONE.after(created("namespace", "ada"), NOW, UNKNOWN);
    Course applied = asked.after(new Event.Provisioned(1, Map.of()), NOW.plusSeconds(1), UNKNOWN);
    Course ready = applied.seeing(seen(READY, Milestones.NONE), NOW.plusSeconds(2));
    gauges.learned(applied, ready);
    // when it is made again a day later
    Instant later = NOW.plusSeconds(86_400);
    Course retried = ready.after(new Event.Retried(2, "ada"), later, READY);
    Course again = retried.after(new Event.Provisioned(2, Map.of()), later.plusSeconds(1), READY);
    gauges.learned(ready, retried);
    gauges.learned(retried, again);
    // then
    assertThat(shown.scrape().sum("helium_time_to_ready_seconds_count", Map.of())).isEqualTo(1);
    assertThat(shown.scrape().sum("helium_time_to_ready_seconds_sum", Map.of())).isEqualTo(2);
  }

  /** One of many, under names and with troubles that nobody else has. */
  private void live(int number) {
    String backend = number % 3 == 0 ? "posthog" : "no-such-" + number;
    Course course = Course.NONE;
    course = learn(course, created(backend, "ada-" + number), NOW);
    course = learn(course, new Event.Provisioned(1, Map.of()), NOW.plusSeconds(1));
    ReadinessCode code =
        List.of(ReadinessCode.values()).get(number % ReadinessCode.values().length);
    ReasonKind kind = List.of(ReasonKind.values()).get(number % ReasonKind.values().length);
    Readiness trouble =
        new Readiness.NotReady(
            List.of(
                new Reason(
                    kind,
                    "Pod/no-such-" + number,
                    number % 2 == 0 ? code.word() : "no-such-" + number,
                    "no-such-" + number)));
    gauges.said(UNKNOWN, trouble);
    gauges.said(trouble, READY);
    gauges.said(READY, trouble);
    Event.ReadinessChanged seen =
        seen(READY, new Milestones(NOW.plusSeconds(2), NOW.plusSeconds(3)));
    Course ready = course.seeing(seen, NOW.plusSeconds(4));
    gauges.learned(course, ready);
    gauges.appended(seen, gauges.now());
    course = ready;
    course =
        learn(
            course,
            new Event.DeletionRequested(2, new DeletionReason.Requested(), "ada-" + number),
            NOW.plusSeconds(5));
    course = learn(course, new Event.Destroyed(2), NOW.plusSeconds(6));
    learn(
        course,
        new Event.Deleted(new Receipt(1, List.of("no-such-" + number), NOW)),
        NOW.plusSeconds(7));
  }

  private Course learn(Course before, LifecycleEvent event, Instant time) {
    Course after = before.after(event, time, UNKNOWN);
    gauges.learned(before, after);
    return after;
  }

  private double seconds(String stage) {
    return shown.scrape().sum("helium_stage_seconds_sum", Map.of("stage", stage));
  }

  private static Event.Created created(String backend, String owner) {
    return new Event.Created(
        1, 1, new WorkspaceSpec(backend, Map.of(), Map.of()), owner, NOW.plusSeconds(3_600));
  }

  private static Event.ReadinessChanged seen(Readiness readiness, Milestones milestones) {
    return new Event.ReadinessChanged(1, readiness, Progress.NONE, milestones);
  }
}
