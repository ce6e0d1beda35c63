package dev.helium.provisioner.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Step;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.provisioner.metrics.Direction;
import dev.helium.wire.TraceParent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ProgressReportsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration NEVER = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final TestOwner owner = new TestOwner("partition-0:1");

  @Test
  void stepsOfOneMomentAreOneReportAndItEndsWithTheAttempt() {
    // given
    ProgressReports progress = reports(NEVER);
    List<Step> steps = steps(3);
    // when
    try (progress) {
      steps.forEach(progress);
    }
    // then
    assertThat(owner.reports()).containsExactly(new AttemptReport.Progressed(1, steps));
  }

  @Test
  void aStepIsToldWhileTheAttemptGoesOn() {
    // given
    try (ProgressReports progress = reports(Duration.ofMillis(1))) {
      // when
      steps(1).forEach(progress);
      // then
      await()
          .atMost(LONGEST)
          .until(() -> owner.reports().equals(List.of(new AttemptReport.Progressed(1, steps(1)))));
    }
  }

  @Test
  void noReportIsLongerThanAHundredAndNoStepIsLost() {
    // given
    ProgressReports progress = reports(NEVER);
    // when
    try (progress) {
      steps(250).forEach(progress);
    }
    // then
    assertThat(owner.reports())
        .extracting(report -> ((AttemptReport.Progressed) report).steps().size())
        .containsExactly(100, 100, 50);
  }

  @Test
  void anAttemptWithoutStepsTellsNothing() {
    // when
    reports(NEVER).close();
    // then
    assertThat(owner.reports()).isEmpty();
  }

  private ProgressReports reports(Duration moment) {
    Workspace workspace =
        new Workspace(
            new WorkspaceId("example"),
            1,
            new WorkspaceSpec("namespace", Map.of(), Map.of()),
            "ada",
            NOW,
            NOW,
            new Lifecycle.Destroying(1, 0, NOW, new DeletionReason.Requested()),
            1,
            new CommandId("c"),
            1,
            List.of());
    Job job = new Job(workspace, Direction.DESTROY, 1, NOW, owner);
    return new ProgressReports(job, TraceParent.NONE, moment);
  }

  private static List<Step> steps(int count) {
    return IntStream.range(0, count).mapToObj(n -> new Step("delete", "Pod/web-" + n)).toList();
  }
}
