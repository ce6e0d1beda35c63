package dev.helium.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.BrokerOptions;
import dev.helium.broker.KafkaBroker;
import dev.helium.log.LogSettings;
import dev.helium.log.TopicAdministration;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What subscribers have is what the log has, whatever breaks on the way. */
class StreamUnderLoadTest {
  private static final String STREAM = "/v1/api/events";
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final int NAMES = 40;
  private static final int RESTARTS = 2;
  private static final int BATCH = 5_000;
  private static final int MOST = 200_000;

  /** So few that whoever is away for a moment has to read the log. */
  private static final Map<String, String> LITTLE_KEPT =
      Map.of("HELIUM_STREAM_KEPT", "256", "HELIUM_STREAM_HEARTBEAT", "PT1S");

  @TempDir Path directory;
  private final Vertx vertx = Vertx.vertx();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private ScheduledFuture<?> writes;
  private KafkaBroker broker;
  private StreamedLog log;

  @BeforeEach
  void start() {
    broker = KafkaBroker.start(BrokerOptions.onAFreePort(directory.resolve("kafka")));
    Futures.await(TopicAdministration.ensure(vertx, new LogSettings(broker.bootstrap())));
    log = new StreamedLog(vertx, broker.bootstrap(), 20261128, NAMES);
  }

  @AfterEach
  void stop() {
    clock.shutdownNow();
    log.close();
    Futures.await(vertx.close());
    broker.close();
  }

  @Test
  void aRecordHasNoGapsAndNothingTwiceOverDisconnectsAndRestarts() {
    // given some history, and 200 events a second
    Futures.await(log.write(300));
    Random random = new Random(7);
    List<JsonObject> everything = new ArrayList<>();
    List<JsonObject> annsOnly = new ArrayList<>();
    String last = "";
    String lastOfAnn = "";
    AtomicBoolean writing = write(200);
    // when it is listened to, through gateways that come and go, and connections that break
    for (int restart = 0; restart < RESTARTS; restart++) {
      try (TestGateway gateway = gateway(LITTLE_KEPT)) {
        int connections = 1 + random.nextInt(4);
        for (int connection = 0; connection < connections; connection++) {
          int more = random.nextInt(400);
          StreamClient all = goOn(gateway, "", last);
          StreamClient ann = goOn(gateway, "&owner=ann", lastOfAnn);
          try {
            await().atMost(LONG).until(() -> all.count() >= more || all.hasEnded());
          } finally {
            // What comes until then counts too.
            all.close();
            ann.close();
          }
          everything.addAll(all.events());
          annsOnly.addAll(ann.events());
          last = newer(last, all);
          lastOfAnn = newer(lastOfAnn, ann);
        }
      }
    }
    writing.set(false);
    awaitQuiet();
    try (TestGateway gateway = gateway(LITTLE_KEPT);
        StreamClient all = goOn(gateway, "", last);
        StreamClient ann = goOn(gateway, "&owner=ann", lastOfAnn)) {
      int missing = log.ids().size() - everything.size();
      int missingOfAnn = ids(event -> event.owner().equals("ann")).size() - annsOnly.size();
      await().atMost(LONG).until(() -> all.count() >= missing && ann.count() >= missingOfAnn);
      everything.addAll(all.events());
      annsOnly.addAll(ann.events());
    }
    // then
    assertThat(byWorkspace(everything)).isEqualTo(writtenByWorkspace(event -> true));
    assertThat(byWorkspace(annsOnly))
        .isEqualTo(writtenByWorkspace(event -> event.owner().equals("ann")));
    assertNumbered(everything);
  }

  @Test
  void theBeginningIsFollowedByThePresentWithoutASeam() {
    // given
    Futures.await(log.write(5_000));
    try (TestGateway gateway = gateway(LITTLE_KEPT)) {
      AtomicBoolean writing = write(200);
      // when
      try (StreamClient all = listen(gateway, "from=beginning");
          StreamClient products = listen(gateway, "from=beginning&backend=product")) {
        await().atMost(LONG).until(() -> all.count() >= 6_000);
        writing.set(false);
        awaitQuiet();
        int written = log.ids().size();
        int ofProducts = ids(event -> event.backend().equals("product")).size();
        await().atMost(LONG).until(() -> all.count() >= written && products.count() >= ofProducts);
        // then
        assertThat(byWorkspace(all.events())).isEqualTo(writtenByWorkspace(event -> true));
        assertThat(byWorkspace(products.events()))
            .isEqualTo(writtenByWorkspace(event -> event.backend().equals("product")));
        assertNumbered(all.events());
      }
    }
  }

  @Test
  void whoReadsSlowlyHoldsUpNobodyAndIsEndedWhenNothingIsTaken() {
    // given one who never reads
    try (TestGateway gateway = gateway(Map.of("HELIUM_STREAM_PATIENCE", "PT5S"));
        RawSocket slow = new RawSocket(gateway.port())) {
      slow.send(
          "GET /v1/api/events?from=beginning HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
              + TestGateway.TOKEN
              + "\r\n\r\n");
      await().atMost(LONG).until(() -> gateway.streams() == 1);
      try (StreamClient quick = listen(gateway, "from=now")) {
        await().until(() -> !quick.lastId().isEmpty());
        // when more happens than its connection holds, however much that is
        for (int events = BATCH;
            events <= MOST && gateway.endedStreams().isEmpty();
            events += BATCH) {
          Futures.await(log.write(BATCH));
          // then
          int written = events;
          await().atMost(LONG).until(() -> quick.count() >= written);
        }
        await().atMost(LONG).until(() -> !gateway.endedStreams().isEmpty());
        assertThat(gateway.endedStreams()).containsExactly(entry("slow", 1.0));
        assertThat(gateway.streams()).isEqualTo(1);
        assertThat(byWorkspace(quick.events())).isEqualTo(writtenByWorkspace(event -> true));
      }
    }
  }

  private TestGateway gateway(Map<String, String> settings) {
    TestGateway gateway = TestGateway.start(broker.bootstrap(), directory, settings);
    await().atMost(LONG).until(gateway.health::isReady);
    return gateway;
  }

  private static StreamClient listen(TestGateway gateway, String query) {
    return new StreamClient(gateway.client().request(STREAM + "?" + query));
  }

  private static StreamClient goOn(TestGateway gateway, String filter, String last) {
    return listen(gateway, (last.isEmpty() ? "from=beginning" : "lastEventId=" + last) + filter);
  }

  private static String newer(String last, StreamClient stream) {
    return stream.lastId().isEmpty() ? last : stream.lastId();
  }

  /** Goes on until it is set to false. */
  private AtomicBoolean write(int eventsASecond) {
    AtomicBoolean writing = new AtomicBoolean(true);
    writes =
        clock.scheduleAtFixedRate(
            () -> {
              if (writing.get()) {
                Futures.await(log.write(eventsASecond / 10));
              }
            },
            0,
            100,
            TimeUnit.MILLISECONDS);
    return writing;
  }

  /** Until nothing is being written any more. */
  private void awaitQuiet() {
    writes.cancel(false);
    Futures.await(Future.future(promise -> clock.execute(promise::complete)));
  }

  private List<String> ids(Predicate<StreamedLog.Written> which) {
    return log.written().stream().filter(which).map(StreamedLog.Written::id).toList();
  }

  private Map<String, List<String>> writtenByWorkspace(Predicate<StreamedLog.Written> which) {
    return log.written().stream()
        .filter(which)
        .collect(
            Collectors.groupingBy(
                StreamedLog.Written::workspace,
                LinkedHashMap::new,
                Collectors.mapping(StreamedLog.Written::id, Collectors.toList())));
  }

  private static Map<String, List<String>> byWorkspace(List<JsonObject> events) {
    return events.stream()
        .collect(
            Collectors.groupingBy(
                event -> event.getString("subject"),
                Collectors.mapping(event -> event.getString("id"), Collectors.toList())));
  }

  /** As the list of events numbers them. */
  private static void assertNumbered(List<JsonObject> events) {
    Map<String, Long> newest = new HashMap<>();
    for (JsonObject event : events) {
      long number = newest.merge(event.getString("subject"), 1L, Long::sum);
      assertThat(event.getLong("sequence")).as(event.getString("id")).isEqualTo(number);
    }
  }
}
