package dev.helium.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.Event;
import dev.helium.domain.Source;
import dev.helium.launcher.stack.ServiceName;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same story while each service dies once on the way, and starts again. */
@ExtendWith(RunningWorld.class)
class StoryWithKillsTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String FIRST = "kills-first";
  private static final String SECOND = "kills-second";
  private static final String THIRD = "kills-third";

  @Test
  void losesNothingAndDoesNothingTwice(StoryWorld world, TraceReceiver traces) {
    try (StoryClient client = world.client()) {
      Waiting waiting = new Waiting(client);

      // when the provisioner dies with a request in its hands
      assertThat(client.createWithValues(Map.of("name", FIRST), "readyAfter: 1s\n").status())
          .isEqualTo(202);
      again(world, ServiceName.PROVISIONER);

      // then
      waiting.untilReady(FIRST);

      // when the status watcher is away while a workspace breaks
      world.kill(ServiceName.STATUS_WATCHER);
      client.createWithValues(
          Map.of("name", FIRST), "image: registry.example/image-pull-fails:1\n");
      world.start(ServiceName.STATUS_WATCHER);

      // then
      waiting.until(FIRST, "failed", answer -> answer.text("Status").equals("failed"));

      // when the gateway dies right after it accepted a request
      client.createWithValues(Map.of("name", FIRST), "replicas: 2\n");
      assertThat(client.create(Map.of("name", SECOND)).status()).isEqualTo(202);
      again(world, ServiceName.API_GATEWAY);

      // then
      waiting.untilReady(SECOND);
      assertThat(waiting.untilReady(FIRST).text("Incarnation")).isEqualTo("1");
      assertThat(client.list().names()).containsOnlyOnce(FIRST).containsOnlyOnce(SECOND);

      // when the deletion controller is away while a workspace's time is up
      Instant expiry = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
      world.kill(ServiceName.DELETION_CONTROLLER);
      client.create(Map.of("name", THIRD, "expiry", expiry.toString()), "wait=ready");
      await().atMost(LIMIT).until(() -> Instant.now().isAfter(expiry.plusMillis(200)));
      assertThat(client.get(THIRD).status()).isEqualTo(200);
      world.start(ServiceName.DELETION_CONTROLLER);

      // then
      waiting.untilGone(THIRD);

      // when the provisioner dies with a deletion in its hands
      assertThat(client.delete(FIRST).status()).isEqualTo(202);
      assertThat(client.delete(SECOND).status()).isEqualTo(202);
      again(world, ServiceName.PROVISIONER);

      // then
      waiting.untilGone(FIRST);
      waiting.untilGone(SECOND);
      assertThat(client.list().names()).doesNotContain(FIRST, SECOND, THIRD);
    }
    assertHappenedOnce(EventHistory.read(world.bootstrap()));
    assertNothingIsLeft(world);
    assertOneTrace(traces);
  }

  /** Whoever went on with the first request went on with its trace. */
  private static void assertOneTrace(TraceReceiver traces) {
    String trace =
        traces.spans().stream()
            .filter(span -> span.name().equals("send Create"))
            .filter(span -> FIRST.equals(span.tags().get("helium.workspace")))
            .findFirst()
            .orElseThrow()
            .trace();
    List<TracedSpan> spans = traces.spans(trace);
    assertThat(spans)
        .extracting(TracedSpan::name)
        // That it was ready the watcher may not have told yet when it was killed.
        .contains("createWorkspace", "attempt apply", "engine up");
    assertThat(spans.stream().filter(span -> span.parent().isEmpty()))
        .extracting(TracedSpan::name)
        .containsExactly("createWorkspace");
  }

  private static void again(StoryWorld world, ServiceName service) {
    world.kill(service);
    world.start(service);
  }

  private static void assertHappenedOnce(EventHistory history) {
    for (String name : List.of(FIRST, SECOND, THIRD)) {
      assertThat(history.count(name, Event.Created.class)).describedAs(name).isEqualTo(1);
      assertThat(history.count(name, Event.DeletionRequested.class)).describedAs(name).isEqualTo(1);
      assertThat(history.count(name, Event.Deleted.class)).describedAs(name).isEqualTo(1);
      for (Source source : Source.values()) {
        List<Long> sequences = history.sequences(name, source);
        assertThat(sequences)
            .describedAs("%s of %s", name, source)
            .isEqualTo(EventHistory.upTo(sequences.size()));
      }
    }
    assertThat(history.count(FIRST, Event.Updated.class)).isEqualTo(2);
    assertThat(history.count(SECOND, Event.Updated.class)).isZero();
  }

  private static void assertNothingIsLeft(StoryWorld world) {
    try (KubernetesClient cluster =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(world.kubeconfig().toFile()))
            .build()) {
      for (String name : List.of(FIRST, SECOND, THIRD)) {
        assertThat(cluster.namespaces().withName(name).get()).describedAs(name).isNull();
      }
    }
  }
}
