package dev.helium.pages.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.read.TimelineView;
import dev.helium.pages.support.CannedLife;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageChartTest {
  @Test
  void barsStandOneAfterAnotherAndNoneIsTooNarrowToSee() {
    // when
    List<StageChart.Bar> bars =
        chart(
                CannedLife.stage("decided", "done", 0),
                CannedLife.stage("applied", "done", 60_000),
                CannedLife.stage("scheduled", "done", 1),
                CannedLife.stage("images", "failed", 40_000),
                CannedLife.stage("ready", "to-come", -1))
            .bars();

    // then
    assertThat(bars).extracting(StageChart.Bar::x).startsWith("0.00", "0.00", "60.00", "60.00");
    assertThat(bars).extracting(StageChart.Bar::width).startsWith("0.80", "60.00", "0.80", "40.00");
    assertThat(bars.getLast().isDrawn()).isFalse();
  }

  @Test
  void nothingReachesBeyondThePicture() {
    // when
    List<StageChart.Bar> bars =
        chart(CannedLife.stage("applied", "done", 60_000), CannedLife.stage("deletion", "done", 0))
            .bars();

    // then
    assertThat(Double.parseDouble(bars.getLast().x()) + Double.parseDouble(bars.getLast().width()))
        .isLessThanOrEqualTo(100);
  }

  @Test
  void anUnknownStageIsNamedAsItIs() {
    // when
    StageChart chart = chart(CannedLife.stage("polished", "shining", 5));

    // then
    assertThat(chart.bars().getFirst().name()).isEqualTo("polished");
    assertThat(chart.bars().getFirst().word()).isEqualTo("shining");
    assertThat(chart.bars().getFirst().icon()).isEqualTo("unknown");
  }

  private static StageChart chart(JsonObject... stages) {
    return StageChart.of(
        new TimelineView(
            CannedLife.timeline("demo", "creating", "creation", stages).getJsonObject("Timeline")));
  }
}
