package dev.helium.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.launcher.client.Outlook;
import dev.helium.launcher.client.PodProgress;
import dev.helium.launcher.client.WorkspaceState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTextTest {
  private static final Instant NOW = Instant.parse("2026-03-04T05:00:00Z");
  private static final PodProgress PODS = new PodProgress(7, 9, "Pod/web-0");
  private static final Outlook UNKNOWN = new Outlook.Unknown();

  @Test
  void saysHowManyPodsAreReadyHowLongItTakesAndWhatIsSlowest() {
    assertThat(text("creating", PODS, expected("2026-03-04T05:00:07.200Z")))
        .isEqualTo("one  creating  7 of 9 pods, ready in about 8 s, slowest Pod/web-0");
    assertThat(text("creating", PODS, expected("2026-03-04T05:01:20Z")))
        .contains("ready in about 1 min 20 s");
    assertThat(text("creating", PODS, expected("2026-03-04T05:00:00Z")))
        .contains("ready any moment");
    assertThat(text("creating", PODS, new Outlook.Overdue(12, "PT9S")))
        .contains("longer than all of 12 earlier ones");
  }

  @Test
  void saysNothingOfWhatNobodyKnows() {
    assertThat(text("creating", new PodProgress(0, 0, ""), UNKNOWN)).isEqualTo("one  creating");
    assertThat(text("creating", new PodProgress(0, 0, ""), expected("soon")))
        .isEqualTo("one  creating");
    assertThat(text("ready", PODS, UNKNOWN)).isEqualTo("one  ready");
  }

  @Test
  void saysWhyAndLetsNothingMoveTheCursor() {
    // given
    WorkspaceState state =
        new WorkspaceState(
            "one",
            "failed",
            List.of("Pod/web: \u001b[2J", "more"),
            Map.of(),
            List.of(),
            PODS,
            UNKNOWN);

    // then
    assertThat(ProgressText.of(state, NOW))
        .isEqualTo("one  failed  7 of 9 pods, slowest Pod/web-0  Pod/web: \\u{1b}[2J");
  }

  private static String text(String status, PodProgress pods, Outlook outlook) {
    return ProgressText.of(
        new WorkspaceState("one", status, List.of(), Map.of(), List.of(), pods, outlook), NOW);
  }

  private static Outlook expected(String at) {
    return new Outlook.Expected(at, at, at, 3);
  }
}
