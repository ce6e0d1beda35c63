package dev.helium.gateway;

import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.Readiness;
import dev.helium.service.metrics.MetricTable;
import dev.helium.service.metrics.Scrape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedDeployment.class)
class MetricsTest {
  private static TestDeployment deployment;
  private static Client client;

  @BeforeAll
  static void start(TestDeployment shared) {
    deployment = shared;
    client = deployment.client;
  }

  @Test
  void showsWhatTheTableOfMetricsSays() throws IOException {
    // given one that somebody hears become ready
    try (StreamClient stream =
        new StreamClient(client.request("/v1/api/events?workspace=measured"))) {
      client.post(WORKSPACE + "?wait=decided", JSON, "{\"name\":\"measured\"}");
      deployment.provisioner.applied("measured", Map.of());
      deployment.provisioner.seen("measured", new Readiness.Ready());
      await().until(() -> stream.count() == 3);
      client.get(WORKSPACE + "/measured");
      // when
      await()
          .untilAsserted(
              () ->
                  assertThat(
                          scrape()
                              .sum(
                                  "helium_stream_lag_seconds_count",
                                  Map.of("source", "status-watcher")))
                      .isPositive());
      await().until(() -> scrape().sum("helium_workspaces", Map.of("status", "ready")) > 0);
    }
    // then
    assertThat(
            MetricTable.in(Path.of(System.getProperty("helium.root")))
                .differences("api-gateway", scrape()))
        .isEmpty();
    assertThat(scrape().sum("helium_view_entries", Map.of())).isPositive();
    assertThat(scrape().sum("helium_view_rebuild_seconds_count", Map.of("kind", "begin")))
        .isPositive();
    assertThat(
            scrape()
                .sum(
                    "helium_http_requests_seconds_count",
                    Map.of("operation", "createWorkspace", "kind", "waiting", "status", "2xx")))
        .isPositive();
  }

  @Test
  void whatIsReadFromTheLogDoesNotCountAsReadFromWhatIsKnown() {
    // given
    client.post(WORKSPACE + "?wait=decided", JSON, "{\"name\":\"measured-in-the-past\"}");
    // when
    client.get(WORKSPACE + "/measured-in-the-past/events");
    client.get(WORKSPACE + "/measured-in-the-past?sequence=1");
    // then
    await()
        .untilAsserted(
            () -> assertThat(kinds("listEvents")).contains("history").doesNotContain("read"));
    await().untilAsserted(() -> assertThat(kinds("getWorkspace")).contains("history"));
  }

  @Test
  void whateverIsAskedForTheLabelsAreThoseOfTheContract() {
    // given
    client.get(WORKSPACE + "/some-name");
    client.sendUnchecked(client.request("/v1/api/nothing-of-that-name"));
    await().untilAsserted(() -> assertThat(operations()).contains("getWorkspace", "none"));
    Set<String> before = operations();
    // when
    for (int number = 0; number < 200; number++) {
      client.get(WORKSPACE + "/some-name-" + number);
      client.sendUnchecked(client.request("/v1/api/" + number));
    }
    // then
    assertThat(operations()).isEqualTo(before);
  }

  private static Set<String> kinds(String operation) {
    List<Scrape.Sample> answered =
        scrape().of("helium_http_requests_seconds_count", Map.of("operation", operation));
    return answered.stream()
        .map(sample -> sample.labels().get("kind"))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> operations() {
    return scrape().of("helium_http_requests_seconds_count", Map.of()).stream()
        .map(sample -> sample.labels().get("operation"))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Scrape scrape() {
    return deployment.gateway.scrape();
  }
}
