package dev.helium.story.observed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FasterTest {
  private static final Path PROMETHEUS =
      Path.of(System.getProperty("helium.root"), "compose/observe/prometheus");

  @Test
  void onlyWhatIsTimeBecomesShorter() {
    assertThat(Faster.text("rate(helium_x_total{le=\"1.0\"}[1h]) > 14.4"))
        .isEqualTo("rate(helium_x_total{le=\"1.0\"}[60s]) > 14.4");
    assertThat(Faster.text("increase(helium_x_total[5m]) > 5"))
        .isEqualTo("increase(helium_x_total[10s]) > 5");
    assertThat(Faster.text("        for: 15m\n")).isEqualTo("        for: 15s\n");
    assertThat(Faster.text("        for: 0s\n")).isEqualTo("        for: 0s\n");
    assertThat(Faster.text("    interval: 15s\n")).isEqualTo("    interval: 1s\n");
    assertThat(Faster.text("  scrape_interval: 5s\n  scrape_timeout: 4s\n"))
        .isEqualTo("  scrape_interval: 2s\n  scrape_timeout: 2s\n");
    assertThat(Faster.text("max(helium_webhook_lag_seconds) > 600"))
        .isEqualTo("max(helium_webhook_lag_seconds) > 10");
    assertThat(Faster.text("min(helium_x_seconds < bool 3600) == 1"))
        .isEqualTo("min(helium_x_seconds < bool 60) == 1");
    assertThat(Faster.text("min(helium_tls_certificate_left_seconds) < 7 * 86400"))
        .isEqualTo("min(helium_tls_certificate_left_seconds) < 7 * 1440");
    assertThat(Faster.text("helium:objective_events:rate1h > 10 / 3600"))
        .isEqualTo("helium:objective_events:rate1h > 10 / 60");
  }

  @Test
  void theProjectsRulesStayTheSameButForTheirTimes() throws IOException {
    for (String name :
        new String[] {"prometheus.yml", "rules/alerts.yml", "rules/objectives.yml"}) {
      // given
      String normal = Files.readString(PROMETHEUS.resolve(name));
      // when
      String faster = Faster.text(normal);
      // then
      assertThat(faster).isNotEqualTo(normal);
      assertThat(faster.lines().count()).isEqualTo(normal.lines().count());
      assertThat(withoutNumbers(faster)).isEqualTo(withoutNumbers(normal));
    }
  }

  private static String withoutNumbers(String text) {
    return text.replaceAll("\\d+[smhd]?\\b", "N");
  }
}
