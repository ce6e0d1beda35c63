package dev.helium.gateway;

import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.errors;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.Client.workspace;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.Milestones;
import dev.helium.domain.Progress;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedDeployment.class)
class HistoryTest {
  private static TestDeployment deployment;
  private static DecidingProvisioner provisioner;
  private static Client client;

  @BeforeAll
  static void start(TestDeployment shared) {
    deployment = shared;
    provisioner = deployment.provisioner;
    client = deployment.client;
  }

  @Test
  void theEventsOfAllLivesAreListedPageByPageAlsoWhenItIsGone() {
    // given
    live("twice");
    live("twice");
    // when
    List<JsonObject> events = pages("twice", 3);
    // then
    assertThat(client.get(WORKSPACE + "/twice").statusCode()).isEqualTo(404);
    assertThat(events).extracting(event -> event.getLong("sequence")).isSorted().hasSize(12);
    assertThat(events.getFirst().getLong("sequence")).isEqualTo(1);
    assertThat(events.getLast().getLong("sequence")).isEqualTo(12);
    assertThat(types(events))
        .containsExactly(
            "created.v1",
            "provisioned.v1",
            "readiness-changed.v1",
            "deletion-requested.v1",
            "destroyed.v1",
            "deleted.v1",
            "created.v1",
            "provisioned.v1",
            "readiness-changed.v1",
            "deletion-requested.v1",
            "destroyed.v1",
            "deleted.v1");
    assertThat(pages("twice", 500)).isEqualTo(events);
    assertThat(pages("twice", 12)).isEqualTo(events);
  }

  @Test
  void anEventIsACloudEventWithItsNumberAndThatOfItsSource() {
    // given
    create("seen");
    provisioner.applied("seen", Map.of());
    provisioner.seen("seen", new Readiness.Ready());
    awaitCount("seen", 3);
    // when
    JsonArray events = events("seen", "").getJsonArray("Events");
    JsonObject created = events.getJsonObject(0);
    JsonObject ready = events.getJsonObject(2);
    // then
    assertThat(created.getString("specversion")).isEqualTo("1.0");
    assertThat(created.getString("id")).isEqualTo("seen/provisioner/1");
    assertThat(created.getString("source")).isEqualTo("/helium/provisioner");
    assertThat(created.getString("type")).isEqualTo("dev.helium.workspace.created.v1");
    assertThat(created.getString("subject")).isEqualTo("seen");
    assertThat(created.getString("commandid")).startsWith("http-");
    assertThat(created.getJsonObject("data").getString("createdBy")).isEqualTo("token");
    assertThat(Instant.parse(created.getString("time"))).isBefore(Instant.now());
    assertThat(ready.getLong("sequence")).isEqualTo(3);
    assertThat(ready.getLong("sourcesequence")).isEqualTo(1);
    assertThat(ready.containsKey("commandid")).isFalse();
  }

  @Test
  void aPageBeginsAfterTheNumberThatIsGivenAndMayBeEmpty() {
    // given
    create("paged");
    provisioner.applied("paged", Map.of());
    awaitCount("paged", 2);
    // then
    assertThat(types(list(events("paged", "?after=1&limit=1")))).containsExactly("provisioned.v1");
    assertThat(events("paged", "?after=1&limit=1").containsKey("Next")).isFalse();
    assertThat(events("paged", "?limit=1").getString("Next"))
        .isEqualTo("/v1/api/workspace/paged/events?after=1&limit=1");
    assertThat(events("paged", "?after=2").getJsonArray("Events")).isEmpty();
    assertThat(events("paged", "?after=9223372036854775807").getJsonArray("Events")).isEmpty();
    assertThat(events("paged", "").getLong("Count")).isEqualTo(2);
    assertThat(events("paged", "").getLong("Unlisted")).isZero();
  }

  @Test
  void noEventHoldsWhatWasUploaded() {
    // given
    Multipart form =
        new Multipart()
            .text("name", "discreet")
            .file("valuesYaml", "v.yml", "text/plain", "password: hunter2".getBytes(UTF_8));
    // when
    client.post(WORKSPACE + "?wait=decided", form);
    // then
    assertThat(client.get(WORKSPACE + "/discreet/events").body())
        .contains("valuesYaml")
        .doesNotContain("hunter2");
  }

  @Test
  void aWorkspaceIsShownAsItWasAfterEachEvent() {
    // given
    List<JsonObject> shown = new ArrayList<>();
    create("remembered");
    shown.add(shown(client.get(WORKSPACE + "/remembered")));
    provisioner.applied("remembered", Map.of("K8sNamespace", "remembered"));
    awaitCount("remembered", 2);
    shown.add(shown(client.get(WORKSPACE + "/remembered")));
    provisioner.seen("remembered", new Readiness.Ready());
    awaitCount("remembered", 3);
    shown.add(shown(client.get(WORKSPACE + "/remembered")));
    client.delete(WORKSPACE + "/remembered");
    provisioner.gone("remembered");
    awaitCount("remembered", 6);
    List<JsonObject> events = pages("remembered", 100);
    // then
    for (int number = 1; number <= 3; number++) {
      String time = events.get(number - 1).getString("time");
      assertThat(shown(past("remembered", "sequence=" + number))).isEqualTo(shown.get(number - 1));
      assertThat(shown(past("remembered", "at=" + time))).isEqualTo(shown.get(number - 1));
    }
    assertThat(workspace(past("remembered", "sequence=4")).getString("Status"))
        .isEqualTo("deleting");
    assertThat(past("remembered", "sequence=6").statusCode()).isEqualTo(404);
    assertThat(past("remembered", "at=" + Instant.now()).statusCode()).isEqualTo(404);
    assertThat(past("remembered", "at=2026-01-01T00:00:00Z").statusCode()).isEqualTo(404);
    assertThat(json(past("remembered", "sequence=6")).getString("detail"))
        .isEqualTo("There was no workspace of that name then.");
  }

  @Test
  void momentsThatCannotBeAreRefusedByTheirRule() {
    // given
    create("momentary");
    // then
    assertThat(errors(past("momentary", "sequence=2")))
        .containsExactly(
            "sequence: must be a whole number from 1 to 1, the number of the newest event");
    assertThat(errors(past("momentary", "sequence=0"))).hasSize(1);
    assertThat(errors(past("momentary", "sequence=x"))).hasSize(1);
    assertThat(errors(past("momentary", "at=" + Instant.now().plusSeconds(60))))
        .containsExactly("at: must not lie in the future");
    assertThat(errors(past("momentary", "at=noon")))
        .containsExactly("at: must be an instant such as 2026-02-22T15:04:05Z");
    assertThat(errors(past("momentary", "at=" + Instant.now() + "&sequence=1")))
        .containsExactly("at: cannot be given together with sequence");
    assertThat(errors(client.get(WORKSPACE + "/momentary/events?after=-1&limit=501")))
        .containsExactly(
            "after: must be a whole number from 0", "limit: must be a whole number from 1 to 500");
  }

  @Test
  void aNameWithoutAHistoryIsNotFound() {
    for (String path :
        List.of(
            "/unheard/events",
            "/unheard/why",
            "/unheard?sequence=1",
            "/unheard/timeline",
            "/X/why")) {
      assertThat(client.get(WORKSPACE + path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void aFailureIsExplainedWithItsWayOn() {
    // given
    create("crowded");
    provisioner.report(
        "crowded",
        new AttemptReport.Failed(
            provisioner.attempt("crowded"), new Failure(FailureKind.QUOTA_EXCEEDED, "No room.")));
    awaitCount("crowded", 2);
    // when
    JsonObject why = why("crowded");
    JsonObject shown = workspace(client.get(WORKSPACE + "/crowded"));
    // then
    assertThat(why.getString("State")).isEqualTo("failed");
    assertThat(why.getJsonObject("Failed"))
        .isEqualTo(
            new JsonObject()
                .put("ReasonClass", "quota")
                .put("Kind", "quota-exceeded")
                .put("Message", "No room.")
                .put("WayOn", FailureKind.QUOTA_EXCEEDED.wayOn()));
    assertThat(why.getJsonArray("Because")).hasSize(2);
    assertThat(why.getString("When")).isEqualTo(shown.getString("Expiry"));
    assertThat(shown.getString("ReasonClass")).isEqualTo("quota");
    assertThat(shown.getString("WayOn")).isEqualTo(FailureKind.QUOTA_EXCEEDED.wayOn());
  }

  @Test
  void aDeletionIsExplainedWithItsReceipt() {
    // given
    live("proven");
    // when
    JsonObject why = why("proven");
    // then
    assertThat(why.getString("State")).isEqualTo("deleted");
    assertThat(why.getJsonArray("Because").getString(0))
        .startsWith("The holder of the token asked for its deletion");
    assertThat(why.getJsonObject("Receipt").getJsonArray("Evidence"))
        .isEqualTo(new JsonArray().add("no namespace"));
    assertThat(why.containsKey("When")).isFalse();
    assertThat(why.containsKey("Failed")).isFalse();
  }

  @Test
  void theReceiptOfOneThatIsGoneIsAnsweredAndBeforeThatWhyThereIsNone() {
    // given
    create("receipted");
    // when
    JsonObject before = json(client.get(WORKSPACE + "/receipted/receipt"));
    client.delete(WORKSPACE + "/receipted");
    provisioner.gone("receipted");
    awaitCount("receipted", 4);
    JsonObject after = json(client.get(WORKSPACE + "/receipted/receipt"));
    // then
    assertThat(before.getInteger("status")).isEqualTo(404);
    assertThat(before.getString("detail")).isEqualTo("There is no receipt. It is not deleted.");
    assertThat(after.getJsonObject("Receipt").getString("ID")).isEqualTo("receipted");
    assertThat(after.getJsonObject("Receipt").getJsonArray("Evidence"))
        .isEqualTo(new JsonArray().add("no namespace"));
    assertThat(client.get(WORKSPACE + "/never-made/receipt").statusCode()).isEqualTo(404);
  }

  @Test
  void aTimelineSaysHowLongEachStageTookAlsoWhenItIsGone() {
    // given
    create("timed");
    provisioner.applied("timed", Map.of());
    Instant later = Instant.now().plusSeconds(60);
    provisioner.seen(
        "timed",
        new Readiness.Ready(),
        new Progress(9, 9, ""),
        new Milestones(later.minusSeconds(20), later.minusSeconds(10)),
        later);
    awaitCount("timed", 3);
    // when
    JsonObject alive = timeline("timed");
    client.delete(WORKSPACE + "/timed");
    provisioner.gone("timed");
    awaitCount("timed", 6);
    JsonObject gone = timeline("timed");
    // then
    assertThat(alive.getString("State")).isEqualTo("ready");
    assertThat(alive.getString("Kind")).isEqualTo("creation");
    assertThat(alive.getJsonObject("Progress").getInteger("Wanted")).isEqualTo(9);
    assertThat(words(alive))
        .containsExactly(
            "decided done", "applied done", "scheduled done", "images done", "ready done");
    assertThat(alive.getJsonArray("Stages").getJsonObject(3).getString("Duration"))
        .isEqualTo("PT10S");
    assertThat(gone.getString("State")).isEqualTo("deleted");
    assertThat(words(gone)).endsWith("deletion done", "destroyed done", "deleted done");
  }

  @Test
  void whileItIsCreatedItSaysHowManyPodsAreReadyAndWhenItIsExpected() {
    // given three of a backend that no other test uses, which take an hour
    for (String name : List.of("slow-1", "slow-2", "slow-3")) {
      create(name, "product");
      provisioner.applied(name, Map.of());
      provisioner.seen(
          name,
          new Readiness.Ready(),
          Progress.NONE,
          Milestones.NONE,
          Instant.now().plusSeconds(3_600));
      awaitCount(name, 3);
    }
    create("awaited", "product");
    provisioner.seen(
        "awaited",
        new Readiness.NotReady(
            List.of(new Reason(ReasonKind.WAITING, "Pod/web", "Pulling", "It takes time."))),
        new Progress(7, 9, "Pod/web"),
        Milestones.NONE,
        Instant.now());
    awaitCount("awaited", 2);
    // when
    JsonObject shown = workspace(client.get(WORKSPACE + "/awaited"));
    // then
    assertThat(shown.getJsonObject("Progress"))
        .isEqualTo(new JsonObject().put("Ready", 7).put("Wanted", 9).put("Slowest", "Pod/web"));
    assertThat(shown.getJsonObject("Estimate").getBoolean("Overdue")).isFalse();
    assertThat(shown.getJsonObject("Estimate").getInteger("Runs")).isGreaterThanOrEqualTo(3);
    assertThat(Instant.parse(shown.getJsonObject("Estimate").getString("Latest")))
        .isAfter(Instant.now().plusSeconds(3_000));
    assertThat(timeline("awaited").containsKey("Estimate")).isTrue();
  }

  private static void live(String name) {
    long before = count(name);
    create(name);
    provisioner.applied(name, Map.of());
    provisioner.seen(name, new Readiness.Ready());
    client.delete(WORKSPACE + "/" + name);
    provisioner.gone(name);
    awaitCount(name, before + 6);
  }

  private static void create(String name) {
    create(name, "namespace");
  }

  private static void create(String name, String backend) {
    HttpResponse<String> answer =
        client.post(
            WORKSPACE + "?wait=decided",
            JSON,
            new JsonObject().put("name", name).put("backend", backend).encode());
    assertThat(answer.statusCode()).isEqualTo(202);
  }

  private static long count(String name) {
    HttpResponse<String> answer = client.get(WORKSPACE + "/" + name + "/events?limit=1");
    return answer.statusCode() == 404 ? 0 : json(answer).getLong("Count");
  }

  private static void awaitCount(String name, long events) {
    await().until(() -> count(name) == events);
  }

  private static List<JsonObject> pages(String name, int limit) {
    List<JsonObject> events = new ArrayList<>();
    String next = WORKSPACE + "/" + name + "/events?limit=" + limit;
    while (next != null) {
      JsonObject page = json(client.get(next));
      assertThat(page.getJsonArray("Events")).hasSizeBetween(1, limit);
      events.addAll(list(page));
      next = page.getString("Next");
    }
    return events;
  }

  private static JsonObject events(String name, String query) {
    return json(client.get(WORKSPACE + "/" + name + "/events" + query));
  }

  private static List<JsonObject> list(JsonObject page) {
    return page.getJsonArray("Events").stream().map(JsonObject.class::cast).toList();
  }

  private static List<String> types(List<JsonObject> events) {
    return events.stream()
        .map(event -> event.getString("type").replace("dev.helium.workspace.", ""))
        .toList();
  }

  private static HttpResponse<String> past(String name, String query) {
    return client.get(WORKSPACE + "/" + name + "?" + query);
  }

  /** But for the estimate, which is of the present alone. */
  private static JsonObject shown(HttpResponse<String> answer) {
    JsonObject workspace = workspace(answer);
    workspace.remove("Estimate");
    return workspace;
  }

  private static JsonObject timeline(String name) {
    return json(client.get(WORKSPACE + "/" + name + "/timeline")).getJsonObject("Timeline");
  }

  private static List<String> words(JsonObject timeline) {
    return timeline.getJsonArray("Stages").stream()
        .map(JsonObject.class::cast)
        .map(stage -> stage.getString("Name") + " " + stage.getString("State"))
        .toList();
  }

  private static JsonObject why(String name) {
    return json(client.get(WORKSPACE + "/" + name + "/why")).getJsonObject("Why");
  }
}
