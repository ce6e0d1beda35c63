package dev.helium.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.gateway.recent.Beside;
import dev.helium.gateway.recent.EventText;
import dev.helium.gateway.recent.ToldEvent;
import dev.helium.service.Environment;
import dev.helium.service.metrics.ServiceMeters;
import dev.helium.service.tracing.Tracing;
import dev.helium.service.tracing.TracingEnvironment;
import dev.helium.wire.TraceParent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamMetersTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final TraceParent TRACE =
      new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

  private final ServiceMeters shown = new ServiceMeters("api-gateway");
  private final StreamMeters meters = new StreamMeters(shown.registry(), Tracing.off());

  @Test
  void theSeriesDoNotGrowWithTheWorkspaces() {
    // given
    long before = shown.scrape().ours();
    // when
    for (int number = 0; number < 10_000; number++) {
      meters.written(told("name-" + number + "/provisioner/1", "type-" + number), NOW);
    }
    // then
    assertThat(shown.scrape().ours()).isEqualTo(before);
    assertThat(lags("provisioner")).isEqualTo(10_000);
  }

  @Test
  void theLagOfWhatWasSeenInAClusterIsMeasuredByItself() {
    // when
    meters.written(told("blue/status-watcher/7", "type"), NOW);
    meters.written(told("blue/provisioner/7", "type"), NOW);
    meters.written(told("blue/provisioner/8", "type"), NOW);
    // then
    assertThat(lags("status-watcher")).isEqualTo(1);
    assertThat(lags("provisioner")).isEqualTo(2);
  }

  @Test
  void whatCannotBeReadHasNoLag() {
    // when
    meters.written(told("", ""), NOW);
    // then
    assertThat(lags("provisioner") + lags("status-watcher")).isZero();
  }

  @Test
  void theLagOfWhatIsTracedShowsItsTrace() {
    // given an address where nobody listens
    Tracing tracing =
        TracingEnvironment.open(
            Environment.of(Map.of("HELIUM_TRACES", "http://127.0.0.1:9")),
            "api-gateway",
            shown.registry());
    // when
    meters.written(told("blue/provisioner/7", "type", TRACE), NOW);
    // then
    assertThat(shown.text(ServiceMeters.OPEN_METRICS)).doesNotContain(TRACE.trace());
    // when, as often as it takes: the library looks for examples now and then only
    StreamMeters traced = new StreamMeters(shown.registry(), tracing);
    await()
        .untilAsserted(
            () -> {
              traced.written(told("blue/provisioner/8", "type", TRACE), NOW);
              // then
              assertThat(shown.text(ServiceMeters.OPEN_METRICS)).contains(TRACE.trace());
            });
    TracingEnvironment.close(tracing);
  }

  private double lags(String source) {
    return shown.scrape().sum("helium_stream_lag_seconds_count", Map.of("source", source));
  }

  private static ToldEvent told(String id, String type) {
    return told(id, type, TraceParent.NONE);
  }

  private static ToldEvent told(String id, String type, TraceParent trace) {
    return new ToldEvent(
        0,
        0,
        id,
        "",
        type,
        Beside.NOTHING,
        NOW.minus(Duration.ofMillis(30)),
        trace,
        EventText.comment("nothing"));
  }
}
