package dev.helium.service.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.service.Health;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ServiceMetersTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private final ServiceMeters meters = new ServiceMeters("example");

  @Test
  void timersOfOursAreHistogramsWithTheBoundsThatFitTheirBar() {
    // when
    Timer.builder("helium.stream.lag").register(meters.registry()).record(Duration.ofMillis(70));
    // then
    Scrape scrape = meters.scrape();
    assertThat(scrape.types()).containsEntry("helium_stream_lag_seconds", "histogram");
    assertThat(scrape.of("helium_stream_lag_seconds_bucket", Map.of()))
        .hasSize(Buckets.EVENT.seconds().size() + 1);
    assertThat(scrape.sum("helium_stream_lag_seconds_bucket", Map.of("le", "0.1"))).isEqualTo(1);
    assertThat(scrape.sum("helium_stream_lag_seconds_bucket", Map.of("le", "0.05"))).isZero();
    assertThat(scrape.of("helium_stream_lag_seconds_count", Map.of("service", "example")))
        .hasSize(1);
  }

  @Test
  void theTableNamesTheBoundsThatEachHistogramHas() throws IOException {
    // given
    MetricTable table = MetricTable.in(Path.of(System.getProperty("helium.root")));
    // then
    List<MetricTable.Row> histograms =
        table.rows().stream().filter(row -> row.type().equals("histogram")).toList();
    assertThat(histograms).isNotEmpty();
    assertThat(histograms)
        .allSatisfy(
            row ->
                assertThat(row.unit())
                    .as(row.name())
                    .isEqualTo("seconds, `" + Buckets.named(timer(row.name())).word() + "`"));
  }

  @Test
  void aLabelThatGrowsHasNoMoreThanSoManyValues() {
    // when
    for (int number = 0; number < 10_000; number++) {
      meters.registry().counter("helium.mistake", "workspace", "name-" + number).increment();
    }
    // then
    assertThat(meters.scrape().of("helium_mistake_total", Map.of())).hasSize(Ceiling.MOST);
  }

  @Test
  void whatIsMeasuredInASpanShowsItAsAnExample() {
    // given
    Timer timer = Timer.builder("helium.decision").register(meters.registry());
    // when
    Examples.in(TRACE, "b7ad6b7169203331", () -> timer.record(Duration.ofMillis(7)));
    // then
    assertThat(meters.text(ServiceMeters.OPEN_METRICS)).contains("trace_id=\"" + TRACE + "\"");
    assertThat(meters.text(ServiceMeters.TEXT)).doesNotContain("trace_id");
  }

  @Test
  void whatIsMeasuredInNoSpanShowsNoExample() {
    // given
    Timer timer = Timer.builder("helium.decision").register(meters.registry());
    Examples.in(TRACE, "b7ad6b7169203331", () -> {});
    // when
    timer.record(Duration.ofMillis(7));
    Examples.in("", "", () -> timer.record(Duration.ofMillis(7)));
    // then
    assertThat(meters.text(ServiceMeters.OPEN_METRICS))
        .contains("helium_decision_seconds_count")
        .doesNotContain("trace_id");
  }

  @Test
  void showsWhetherTheServiceIsReady() {
    // given
    Health health = new Health();
    meters.show(health::isReady);
    health.expect("log");
    Scrape before = meters.scrape();
    // when
    health.ready("log");
    // then
    assertThat(before.sum("helium_service_ready", Map.of())).isZero();
    assertThat(meters.scrape().sum("helium_service_ready", Map.of())).isEqualTo(1);
  }

  @Test
  void theProcessIsMeasuredAsTheTableSays() throws IOException {
    // given
    MetricTable table = MetricTable.in(Path.of(System.getProperty("helium.root")));
    List<String> promised =
        table.rows().stream()
            .filter(row -> !row.name().startsWith("helium_") && !row.late())
            .map(MetricTable.Row::name)
            .toList();
    // when
    try (ProcessMeters process = new ProcessMeters(meters.registry())) {
      assertThat(process).isNotNull();
      // then
      assertThat(promised).hasSizeGreaterThan(10);
      assertThat(meters.scrape().samples()).extracting(Scrape.Sample::name).containsAll(promised);
    }
  }

  @Test
  void onlyWhatIsKnownBecomesALabel() {
    // given
    KnownNames names = KnownNames.of(Set.of("namespace", "posthog"));
    // then
    assertThat(names.label("posthog")).isEqualTo("posthog");
    assertThat(names.label("posthog-2")).isEqualTo("other");
  }

  @Test
  void wordsOfLabelsAreInLowerCaseWithHyphens() {
    assertThat(Words.of(Pool.HISTORY)).isEqualTo("history");
    assertThat(Words.of(ServiceMeters.class)).isEqualTo("service-meters");
  }

  private static String timer(String scraped) {
    return scraped.replaceFirst("_seconds$", "").replace('_', '.');
  }
}
