package dev.helium.gateway;

import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.errors;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.Readiness;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedDeployment.class)
class StreamTest {
  private static final String STREAM = "/v1/api/events";

  /** Streams of one name; all names have one more. */
  static final int MOST_EACH = 8;

  private static TestDeployment deployment;
  private static Client client;

  @BeforeAll
  static void start(TestDeployment shared) {
    deployment = shared;
    client = deployment.client;
  }

  @Test
  void whatHappensIsToldAsTheListOfEventsHasIt() {
    // given
    try (StreamClient stream = listen("?workspace=told")) {
      // when
      create("told");
      deployment.provisioner.applied("told", Map.of());
      deployment.provisioner.seen("told", new Readiness.Ready());
      await().until(() -> stream.count() == 3);
      // then
      assertThat(stream.status()).isEqualTo(200);
      assertThat(stream.header("content-type")).isEqualTo("text/event-stream");
      assertThat(stream.header("cache-control")).isEqualTo("no-store");
      assertThat(stream.events()).isEqualTo(listed("told"));
      assertThat(stream.blocks().stream().filter(StreamClient.Block::isEvent))
          .extracting(StreamClient.Block::type)
          .isEqualTo(listed("told").stream().map(event -> event.getString("type")).toList());
    }
  }

  @Test
  void whatWasToldCanBeReadAtOnce() {
    // given
    try (StreamClient stream = listen("?workspace=readable")) {
      // when
      create("readable");
      for (int round = 1; round <= 20; round++) {
        int events = 1 + round;
        deployment.provisioner.seen(
            "readable", round % 2 == 0 ? new Readiness.Ready() : new Readiness.Unknown());
        await().until(() -> stream.count() >= events);
        // then
        assertThat(json(client.get(WORKSPACE + "/readable/events")).getLong("Count"))
            .isGreaterThanOrEqualTo(events);
      }
    }
  }

  @Test
  void aStreamGoesOnWithWhatFollowsTheLastId() {
    // given
    String last;
    try (StreamClient stream = listen("?workspace=resumed")) {
      create("resumed");
      await().until(() -> stream.count() == 1);
      last = stream.lastId();
    }
    // when
    deployment.provisioner.applied("resumed", Map.of());
    deployment.provisioner.seen("resumed", new Readiness.Ready());
    // then
    try (StreamClient byHeader =
            new StreamClient(
                client
                    .request(STREAM + "?workspace=resumed&from=beginning")
                    .header("Last-Event-ID", last));
        StreamClient byAddress = listen("?workspace=resumed&lastEventId=" + last)) {
      await().until(() -> byHeader.count() == 2 && byAddress.count() == 2);
      assertThat(byHeader.events()).isEqualTo(listed("resumed").subList(1, 3));
      assertThat(byAddress.events()).isEqualTo(byHeader.events());
    }
  }

  @Test
  void whoHearsNothingStillMovesOn() {
    // given
    try (StreamClient idle = listen("?workspace=nobody-at-all")) {
      await().until(() -> !idle.lastId().isEmpty());
      String first = idle.lastId();
      // when
      create("elsewhere");
      // then
      await().until(() -> !idle.lastId().equals(first));
      assertThat(idle.events()).isEmpty();
      assertThat(idle.comments()).contains("no news");
      try (StreamClient later = listen("?lastEventId=" + idle.lastId())) {
        create("afterwards");
        await().until(() -> later.count() > 0);
        assertThat(later.ids()).doesNotContain("elsewhere/provisioner/1");
      }
    }
  }

  @Test
  void allThatHasEverHappenedIsToldFromTheBeginning() {
    // given
    create("early");
    // when
    try (StreamClient stream = listen("?from=beginning&workspace=first&workspace=early")) {
      // then
      await().until(() -> stream.count() == 2);
      assertThat(stream.ids())
          .containsExactlyInAnyOrder("first/provisioner/1", "early/provisioner/1");
    }
  }

  @Test
  void whatWasWrittenSinceAnInstantIsTold() {
    // given
    create("before-that");
    Instant instant = Instant.parse(listed("before-that").getFirst().getString("time"));
    create("after-that");
    // when
    try (StreamClient stream = listen("?workspace=after-that&workspace=first&from=" + instant)) {
      // then
      await().until(() -> stream.count() > 0);
      assertThat(stream.ids()).containsExactly("after-that/provisioner/1");
    }
  }

  @Test
  void onlyWhatIsWantedIsTold() {
    // given
    try (StreamClient ready = listen("?type=dev.helium.workspace.readiness-*&workspace=wanted");
        StreamClient others = listen("?owner=nobody")) {
      // when
      create("wanted");
      deployment.provisioner.applied("wanted", Map.of());
      deployment.provisioner.seen("wanted", new Readiness.Ready());
      // then
      await().until(() -> ready.count() > 0);
      assertThat(ready.ids()).containsExactly("wanted/status-watcher/1");
      assertThat(others.events()).isEmpty();
    }
  }

  @Test
  void onlyWorkspacesThatHadALabelThenAreTold() {
    // given
    String wanted = "label=squad%3Dblue";
    List<String> expected =
        List.of(
            "labelled-a/provisioner/1",
            "labelled-a/provisioner/2",
            "labelled-b/provisioner/3",
            "labelled-b/status-watcher/1");
    try (StreamClient blue = listen("?" + wanted);
        StreamClient any = listen("?label=squad&type=dev.helium.workspace.created.*")) {
      // when
      label("labelled-a", "blue");
      label("labelled-b", "red");
      deployment.provisioner.applied("labelled-a", Map.of());
      deployment.provisioner.applied("labelled-b", Map.of());
      label("labelled-b", "blue");
      deployment.provisioner.seen("labelled-b", new Readiness.Ready());
      // then
      await().until(() -> blue.count() == 4 && any.count() == 2);
      assertThat(blue.ids()).containsExactlyInAnyOrderElementsOf(expected);
    }
    // and the past tells it as it was
    try (StreamClient past = listen("?from=beginning&" + wanted)) {
      await().until(() -> past.count() == 4);
      assertThat(past.ids()).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void whatCannotBeAskedForIsRefusedByItsRule() {
    // given
    HttpResponse<String> answer =
        client.get(
            STREAM
                + "?workspace=X&type=dev.helium.workspace.creatd.v1&owner=&from=2099-01-01T00:00:00Z");
    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(errors(answer))
        .containsExactlyInAnyOrder(
            "workspace: must have 3 to 63 characters a-z, 0-9 or '-', and begin and end with a"
                + " letter or digit",
            "type: is not a type of event; did you mean \"dev.helium.workspace.created.v1\"?",
            "owner: must have 1 to 254 characters",
            "from: must not lie in the future");
    assertThat(errors(client.get(STREAM + "?lastEventId=AAAA")))
        .containsExactly("lastEventId: must be the id of an event, as this stream gave it");
    assertThat(errors(client.get(STREAM + "?lastEventId=AAAA&from=now"))).hasSize(2);
    assertThat(errors(client.get(STREAM + "?from=noon")))
        .containsExactly(
            "from: must be now, beginning, or an instant such as 2026-02-22T15:04:05Z");
    assertThat(errors(client.get(STREAM + "?workspaces=a"))).hasSize(1);
    assertThat(errors(client.get(STREAM + "?label=-a%3Dx")))
        .singleElement()
        .asString()
        .startsWith("label: is not a label's name");
  }

  @Test
  void aStreamIsForThoseWhoHaveTheToken() {
    assertThat(client.send(client.bare(STREAM).GET()).statusCode()).isEqualTo(401);
  }

  @Test
  void nobodyHasMoreStreamsThanOneMayHave() {
    // given nobody listens any more who did before
    await().until(() -> subscribers() == 0);
    List<StreamClient> mine = IntStream.range(0, MOST_EACH).mapToObj(number -> listen("")).toList();
    try {
      await().until(() -> mine.stream().noneMatch(stream -> stream.lastId().isEmpty()));
      // when
      HttpResponse<String> oneMore = client.get(STREAM);
      // then
      assertThat(oneMore.statusCode()).isEqualTo(429);
      assertThat(json(oneMore).getString("detail"))
          .startsWith("You have " + MOST_EACH + " streams already");
      try (StreamClient another =
          new StreamClient(client.request(STREAM).header("Gap-Auth", "ann"))) {
        assertThat(another.status()).isEqualTo(200);
        HttpResponse<String> tooMany =
            client.send(client.request(STREAM).header("Gap-Auth", "ben").GET());
        assertThat(tooMany.statusCode()).isEqualTo(503);
      }
    } finally {
      mine.forEach(StreamClient::close);
    }
    // then those who have gone make room
    await()
        .untilAsserted(
            () -> {
              try (StreamClient again = listen("")) {
                assertThat(again.status()).isEqualTo(200);
              }
            });
  }

  @Test
  void streamsAreCounted() {
    // given
    long told = told();
    double gone = gone();
    try (StreamClient stream = listen("")) {
      await().until(() -> !stream.lastId().isEmpty());
      // then
      assertThat(subscribers()).isPositive();
      create("counted");
      await().until(() -> told() > told);
    }
    await().until(() -> gone() > gone);
  }

  @Test
  void aGatewayThatStopsSaysSoAndEndsItsStreams() {
    // given
    TestGateway gateway = deployment.another(Map.of());
    try (StreamClient stream = new StreamClient(gateway.client().request(STREAM))) {
      await().until(() -> !stream.lastId().isEmpty());
      // when
      gateway.close();
      // then
      await().until(stream::hasEnded);
      assertThat(stream.comments()).last().asString().contains("this gateway stops");
    }
  }

  private static long told() {
    return deployment.gateway.meters.get("helium.stream.lag").timers().stream()
        .mapToLong(Timer::count)
        .sum();
  }

  private static double gone() {
    return deployment.gateway.endedStreams().getOrDefault("client", 0.0);
  }

  private static double subscribers() {
    return deployment.gateway.streams();
  }

  private static StreamClient listen(String query) {
    return new StreamClient(client.request(STREAM + query));
  }

  /** Makes a workspace with a label, or gives it another one. */
  private static void label(String name, String squad) {
    JsonObject request =
        new JsonObject().put("name", name).put("labels", new JsonObject().put("squad", squad));
    assertThat(client.post(WORKSPACE + "?wait=decided", JSON, request.encode()).statusCode())
        .isEqualTo(202);
  }

  private static void create(String name) {
    assertThat(
            client
                .post(WORKSPACE + "?wait=decided", JSON, "{\"name\":\"" + name + "\"}")
                .statusCode())
        .isEqualTo(202);
  }

  private static List<JsonObject> listed(String name) {
    return json(client.get(WORKSPACE + "/" + name + "/events")).getJsonArray("Events").stream()
        .map(JsonObject.class::cast)
        .toList();
  }
}
