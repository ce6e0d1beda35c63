package dev.helium.gateway;

import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.Client.workspace;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.log.EventLog;
import dev.helium.log.LogSettings;
import dev.helium.wire.EventOffsets;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Of a very long history the newest events are listed, and the others are said to be missing. */
@ExtendWith(SharedDeployment.class)
class LongHistoryTest {
  private static final int DROPPED = 250;
  private static final int EVENTS = EventOffsets.MOST + DROPPED;
  private static final Instant BEGINNING = Instant.parse("2026-03-01T10:00:00Z");
  private static final WorkspaceId FLAPPING = new WorkspaceId("flapping");
  private static final WorkspaceId REBORN = new WorkspaceId("reborn");

  private static Client client;

  @BeforeAll
  static void start(TestDeployment shared) {
    client = shared.client;
    Vertx vertx = Vertx.vertx();
    EventLog log = new EventLog(vertx, new LogSettings(shared.bootstrap()));
    fill(log, FLAPPING, 1);
    fill(log, REBORN, DROPPED + 50);
    Futures.await(log.close());
    Futures.await(vertx.close());
    await().until(() -> count(FLAPPING) == EVENTS && count(REBORN) == EVENTS);
  }

  private static long count(WorkspaceId id) {
    HttpResponse<String> answer = client.get(WORKSPACE + "/" + id + "/events?limit=1");
    return answer.statusCode() == 200 ? json(answer).getLong("Count") : 0;
  }

  /** Created anew at one place, ready and not ready in turn everywhere else. */
  private static void fill(EventLog log, WorkspaceId id, int creation) {
    List<Future<Void>> appended = new ArrayList<>();
    for (int number = 1; number <= EVENTS; number++) {
      boolean created = number == creation || number == 1;
      appended.add(
          log.append(
              new EventRecord(
                  id,
                  created ? Source.PROVISIONER : Source.STATUS_WATCHER,
                  created
                      ? (number == 1 ? 1 : 2)
                      : number - (number > creation && creation > 1 ? 2 : 1),
                  created
                      ? new Cause.Commanded(new CommandId("c-" + number))
                      : new Cause.Observed(),
                  BEGINNING.plusSeconds(number),
                  created ? created(number == 1 ? 1 : 2) : seen(number))));
    }
    Futures.await(Future.all(appended));
  }

  private static Event created(int incarnation) {
    WorkspaceSpec spec = new WorkspaceSpec("namespace", Map.of(), Map.of());
    return new Event.Created(
        incarnation, incarnation, spec, "ann", Instant.parse("2026-12-31T00:00:00Z"));
  }

  private static Event seen(int number) {
    return number % 2 == 0
        ? new Event.ReadinessChanged(1, new Readiness.Ready())
        : new Event.ReadinessChanged(1, new Readiness.Unknown());
  }

  @Test
  void theListBeginsWhereItCanAndSaysHowManyAreMissing() {
    // when
    JsonObject page = json(client.get(WORKSPACE + "/flapping/events?limit=2"));
    // then
    assertThat(page.getLong("Count")).isEqualTo(EVENTS);
    assertThat(page.getLong("Unlisted")).isEqualTo(DROPPED);
    assertThat(page.getJsonArray("Events").getJsonObject(0).getLong("sequence"))
        .isEqualTo(DROPPED + 1);
    assertThat(page.getString("Next"))
        .isEqualTo(WORKSPACE + "/flapping/events?after=" + (DROPPED + 2) + "&limit=2");
  }

  @Test
  void aStateThatCannotBeSaidAnyMoreIsGone() {
    // when
    HttpResponse<String> early = client.get(WORKSPACE + "/flapping?sequence=3");
    HttpResponse<String> late = client.get(WORKSPACE + "/flapping?sequence=" + (EVENTS - 1));
    // then
    assertThat(early.statusCode()).isEqualTo(410);
    assertThat(json(early).getString("detail"))
        .isEqualTo(
            "Of the events of this name only those after number 250 can still be read one by one,"
                + " and they do not say it.");
    assertThat(late.statusCode()).isEqualTo(410);
    assertThat(client.get(WORKSPACE + "/flapping").statusCode()).isEqualTo(200);
  }

  @Test
  void aLifeThatBeganLaterIsStillKnownFromItsBeginning() {
    // when
    HttpResponse<String> answer =
        client.get(WORKSPACE + "/reborn?at=" + BEGINNING.plusSeconds(DROPPED + 60));
    // then
    assertThat(workspace(answer).getInteger("Incarnation")).isEqualTo(2);
    assertThat(client.get(WORKSPACE + "/reborn?sequence=" + (DROPPED + 10)).statusCode())
        .isEqualTo(410);
  }

  @Test
  void whyGoesBackToWhereTheLastLifeBegan() {
    // when
    JsonObject why = json(client.get(WORKSPACE + "/reborn/why")).getJsonObject("Why");
    // then
    assertThat(why.getJsonArray("Because").getString(0))
        .startsWith("ann asked for the workspace, and attempt 2 to make it began as life 2")
        .contains("event " + (DROPPED + 50) + " of");
  }

  @Test
  void whyIsAnsweredAlsoWithoutTheBeginning() {
    // when
    JsonObject why = json(client.get(WORKSPACE + "/flapping/why")).getJsonObject("Why");
    // then
    assertThat(why.getString("State")).isEqualTo("creating");
    assertThat(why.getString("Next")).isNotEmpty();
  }
}
