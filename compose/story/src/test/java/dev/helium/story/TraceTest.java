package dev.helium.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is done for a request is one trace, whoever does it. */
@ExtendWith(RunningWorld.class)
class TraceTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String CALLER = "00f067aa0ba902b7";
  private static final String CREATION = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String DELETION = "4bf92f3577b34da6a3ce929d0e0e4737";
  private static final String MISTAKE = "4bf92f3577b34da6a3ce929d0e0e4738";
  private static final String NAME = "traced";

  private StoryClient client;

  @BeforeEach
  void connect(StoryWorld world) {
    client = world.client();
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void theSpansOfALifeAreOneTreeFromTheRequestToReadyAndOneToTheReceipt(TraceReceiver traces) {
    // when
    Answer ready = in(CREATION).create(Map.of("name", NAME), "wait=ready");

    // then
    assertThat(ready.status()).isEqualTo(200);
    List<TracedSpan> creation = untilComplete(traces, CREATION, Set.of("createWorkspace", "ready"));
    assertTree(creation);
    assertThat(chain(creation, "ready"))
        .containsExactly(
            "ready", "attempt apply", "decide Create", "send Create", "createWorkspace");
    assertThat(chain(creation, "create kubernetes:core/v1:Namespace"))
        .startsWith("create kubernetes:core/v1:Namespace", "engine up", "attempt apply");
    assertThat(names(creation))
        .contains(
            "create kubernetes:apps/v1:Deployment",
            "create kubernetes:core/v1:Service",
            "create kubernetes:core/v1:ResourceQuota");
    assertThat(creation)
        .extracting(TracedSpan::service)
        .contains("api-gateway", "provisioner", "status-watcher");
    assertThat(named(creation, "attempt apply").tags())
        .containsEntry("helium.workspace", NAME)
        .containsEntry("helium.backend", "namespace")
        .containsEntry("helium.attempt", "1")
        .containsEntry("helium.outcome", "Applied");
    assertThat(named(creation, "decide Create").tags()).containsEntry("helium.outcome", "Created");
    assertThat(named(creation, "ready").tags()).containsEntry("helium.workspace", NAME);

    // when
    assertThat(in(DELETION).delete(NAME).status()).isEqualTo(202);
    new Waiting(client).untilGone(NAME);

    // then
    List<TracedSpan> deletion =
        untilComplete(
            traces,
            DELETION,
            Set.of("deleteWorkspace", "attempt destroy", "decide ConfirmDeletion"));
    assertTree(deletion);
    assertThat(chain(deletion, "decide ConfirmDeletion"))
        .containsExactly(
            "decide ConfirmDeletion",
            "prove gone",
            "attempt destroy",
            "decide Delete",
            "send Delete",
            "deleteWorkspace");
    assertThat(names(deletion)).contains("engine destroy", "delete kubernetes:core/v1:Namespace");
    assertThat(named(deletion, "prove gone").service()).isEqualTo("deletion-controller");
  }

  @Test
  void histogramsShowTracesOfWhatTheyCountToThoseWhoUnderstandThat(StoryWorld world)
      throws IOException, InterruptedException {
    // given somebody who listens
    HttpRequest stream =
        HttpRequest.newBuilder(world.api().resolve("/v1/api/events"))
            .header("Authorization", "Bearer " + Files.readString(world.home().token()).strip())
            .header("Accept", "text/event-stream")
            .build();
    try (HttpClient http = HttpClient.newHttpClient();
        InputStream listening = http.send(stream, BodyHandlers.ofInputStream()).body()) {
      assertThat(listening.read()).isPositive();

      // when
      assertThat(client.create(Map.of("name", "measured"), "wait=ready").status()).isEqualTo(200);

      // then
      await()
          .atMost(LIMIT)
          .untilAsserted(
              () ->
                  assertThat(shownWithTraces(http, world))
                      .contains(
                          "helium_http_requests_seconds_bucket",
                          "helium_decision_seconds_bucket",
                          "helium_provisioner_attempts_seconds_bucket",
                          "helium_engine_runs_seconds_bucket",
                          "helium_engine_resources_seconds_bucket",
                          "helium_stage_seconds_bucket",
                          "helium_time_to_ready_seconds_bucket",
                          "helium_stream_lag_seconds_bucket"));
    }
    client.delete("measured");
  }

  @Test
  void anErrorNamesItsTrace() {
    // when
    Answer unknown = in(MISTAKE).get("nobody-traced");

    // then
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.text("trace")).isEqualTo(MISTAKE);
  }

  private StoryClient in(String trace) {
    return client.with("traceparent", "00-" + trace + "-" + CALLER + "-01");
  }

  /** Of which series there is one with a trace. */
  private static Set<String> shownWithTraces(HttpClient http, StoryWorld world)
      throws IOException, InterruptedException {
    Set<String> shown = new HashSet<>();
    for (URI metrics : world.metrics()) {
      http.send(
              HttpRequest.newBuilder(metrics)
                  .header("Accept", "application/openmetrics-text; version=1.0.0")
                  .build(),
              BodyHandlers.ofString())
          .body()
          .lines()
          .filter(line -> line.contains("# {") && line.contains("trace_id=\""))
          .map(line -> line.substring(0, line.indexOf('{')))
          .forEach(shown::add);
    }
    return shown;
  }

  /** The spans of a trace when some that end last are there. */
  private static List<TracedSpan> untilComplete(
      TraceReceiver traces, String trace, Collection<String> last) {
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(names(traces.spans(trace))).containsAll(last));
    // Those that ended before them in other processes are told within a second of their own.
    await().atMost(LIMIT).untilAsserted(() -> assertTree(traces.spans(trace)));
    return traces.spans(trace);
  }

  /** Each follows from another one, but for one that follows from the caller's. */
  private static void assertTree(List<TracedSpan> spans) {
    Set<String> ids = spans.stream().map(TracedSpan::id).collect(Collectors.toSet());
    assertThat(ids).hasSameSizeAs(spans);
    assertThat(spans.stream().filter(span -> !ids.contains(span.parent())))
        .singleElement()
        .extracting(TracedSpan::parent)
        .isEqualTo(CALLER);
  }

  /** The names from a span up to the first of the trace. */
  private static List<String> chain(List<TracedSpan> spans, String name) {
    Map<String, TracedSpan> byId =
        spans.stream().collect(Collectors.toMap(TracedSpan::id, span -> span));
    return Stream.iterate(named(spans, name), span -> span != null, span -> byId.get(span.parent()))
        .map(TracedSpan::name)
        .toList();
  }

  private static TracedSpan named(List<TracedSpan> spans, String name) {
    return spans.stream().filter(span -> span.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> names(List<TracedSpan> spans) {
    return spans.stream().map(TracedSpan::name).toList();
  }
}
