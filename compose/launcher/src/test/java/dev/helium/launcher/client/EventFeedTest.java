package dev.helium.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.launcher.stub.StubStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventFeedTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final List<String> news = new ArrayList<>();
  private StubStream server;
  private HeliumClient client;

  @BeforeEach
  void startAServer() throws IOException {
    server = new StubStream();
    client = new HeliumClient(server.address(), "word");
  }

  @AfterEach
  void stopTheServer() {
    client.close();
    server.close();
  }

  @Test
  void goesOnAfterTheLastIdWhenTheConnectionBreaks() {
    // given
    server
        .connection("retry: 1\nid: p0\n: hello", event("p1", 1), "id: p2\n: no news")
        .connection("retry: 1\nid: p2", event("p3", 2));
    List<Long> heard = new ArrayList<>();
    // when
    try (EventFeed feed = client.feed("one", news::add)) {
      boolean enough =
          feed.follow(
              LONG,
              event -> {
                heard.add(event.number());
                return event.number() < 2;
              });
      // then
      assertThat(enough).isTrue();
    }
    assertThat(heard).containsExactly(1L, 2L);
    assertThat(server.asked()).containsExactly("workspace=one null", "workspace=one p2");
    assertThat(news).containsExactly("The stream of events was interrupted and is opened again.");
  }

  @Test
  void saysWhyThereIsNoStream() {
    assertThatThrownBy(() -> client.feed(news::add))
        .isInstanceOf(ProblemException.class)
        .hasMessage("Not found.");
  }

  @Test
  void endsWhenTheTimeIsUp() {
    // given
    server.connection("retry: 60000\nid: p0");
    // when
    try (EventFeed feed = client.feed(news::add)) {
      // then
      assertThat(feed.follow(Duration.ZERO, event -> true)).isFalse();
    }
  }

  @Test
  void asksForTheStateWheneverSomethingHappens() {
    // given
    server
        .connection("retry: 1\nid: p0", event("p1", 1), event("p2", 2), event("p3", 3))
        .states("creating", "creating", "ready");
    List<String> told = new ArrayList<>();
    // when
    boolean ended =
        new StreamedChanges(client, neverAsked(), news::add)
            .follow(
                "one",
                LONG,
                found -> {
                  told.add(found.map(answer -> answer.content().status()).orElse("gone"));
                  return found.isPresent();
                });
    // then
    assertThat(ended).isTrue();
    assertThat(told).containsExactly("creating", "ready", "gone");
    assertThat(news).isEmpty();
  }

  @Test
  void whereThereIsNoStreamItSaysSoAndAsksAgainAndAgain() {
    // given
    server.states("creating", "ready");
    List<String> told = new ArrayList<>();
    // when
    boolean ended =
        new StreamedChanges(client, new PollingChanges(client, Duration.ofMillis(10)), news::add)
            .follow(
                "one",
                LONG,
                found -> {
                  told.add(found.map(answer -> answer.content().status()).orElse("gone"));
                  return found.isPresent();
                });
    // then
    assertThat(ended).isTrue();
    assertThat(told).containsExactly("creating", "ready", "gone");
    assertThat(news)
        .containsExactly(
            "There is no stream of events, so it is asked again and again: Not found.");
  }

  private static WorkspaceChanges neverAsked() {
    return (name, limit, listener) -> {
      throw new AssertionError("there is a stream");
    };
  }

  private static String event(String id, int number) {
    return "id: %s\nevent: t\ndata: {\"subject\":\"one\",\"sequence\":%d,\"time\":\"2026-03-04T05:00:0%dZ\",\"type\":\"dev.helium.workspace.created.v1\",\"data\":{}}"
        .formatted(id, number, number);
  }
}
