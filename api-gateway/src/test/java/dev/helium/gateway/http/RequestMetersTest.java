package dev.helium.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.service.metrics.MetricTable;
import dev.helium.service.metrics.Scrape;
import dev.helium.service.metrics.ServiceMeters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestMetersTest {
  /** Of the contract, which has fewer. */
  private static final int OPERATIONS = 60;

  /** As the table says. */
  private static final int MOST_SERIES = 6_000;

  private final ServiceMeters shown = new ServiceMeters("api-gateway");
  private final RequestMeters meters = new RequestMeters(shown.registry());

  @Test
  void whateverIsAnsweredTheSeriesAreBounded() throws IOException {
    // when each operation is answered in every way that it can be, of one kind
    for (int operation = 0; operation < OPERATIONS; operation++) {
      meters.begun("operation-" + operation);
      for (int code = 100; code < 700; code++) {
        RequestKind kind =
            List.of(RequestKind.values()).get(operation % RequestKind.values().length);
        meters.answered("operation-" + operation, kind, code, 1_000);
      }
    }
    // then
    Scrape scrape = shown.scrape();
    assertThat(scrape.ours()).isLessThan(MOST_SERIES);
    assertThat(
            MetricTable.in(Path.of(System.getProperty("helium.root")))
                .unknown("api-gateway", scrape))
        .isEmpty();
    assertThat(scrape.of("helium_http_responses_total", Map.of())).hasSizeLessThan(40);
    assertThat(scrape.sum("helium_http_responses_total", Map.of("code", "other"))).isPositive();
  }

  @Test
  void showsWhatIsBeingAnswered() {
    // given
    meters.begun("getWorkspace");
    meters.begun("getWorkspace");
    // when
    meters.ended("getWorkspace");
    // then
    assertThat(
            shown
                .scrape()
                .sum("helium_http_requests_in_flight", Map.of("operation", "getWorkspace")))
        .isEqualTo(1);
  }

  @Test
  void theShareOfAnswersWithinTheBarIsExact() {
    // when
    for (int milliseconds = 1; milliseconds <= 20; milliseconds++) {
      meters.answered(
          "getWorkspace",
          RequestKind.READ,
          200,
          Duration.ofMillis(milliseconds).minusNanos(1).toNanos());
    }
    // then
    assertThat(shown.scrape().sum("helium_http_requests_seconds_bucket", Map.of("le", "0.01")))
        .isEqualTo(10);
  }
}
