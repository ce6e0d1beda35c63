package dev.helium.gateway;

import static dev.helium.gateway.Client.FORM;
import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.Readiness;
import dev.helium.gateway.WebhookReceiver.Received;
import dev.helium.gateway.WebhookReceiver.Reply;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedDeployment.class)
class DeliveringTest {
  private static final String WEBHOOKS = "/v1/api/webhooks";

  private static DecidingProvisioner provisioner;
  private static Client client;
  private WebhookReceiver receiver;
  private String path;
  private String secret;

  @BeforeAll
  static void start(TestDeployment shared) {
    provisioner = shared.provisioner;
    client = shared.client;
    await().until(() -> client.get(WEBHOOKS).statusCode() == 200);
  }

  @BeforeEach
  void listen() {
    receiver = new WebhookReceiver();
  }

  @AfterEach
  void end() {
    client.delete(path);
    receiver.close();
  }

  @Test
  void theEventsOfEachWorkspaceArriveSignedAndInOrder() {
    // given
    subscribe("workspaces", "orderly-a,orderly-b,orderly-c");
    List<String> names = List.of("orderly-a", "orderly-b", "orderly-c");
    // when
    names.forEach(DeliveringTest::create);
    for (int round = 0; round < 12; round++) {
      names.forEach(DeliveringTest::turn);
    }
    // then
    await().atMost(Duration.ofMinutes(1)).until(() -> receiver.received().size() == 39);
    for (String name : names) {
      assertThat(sequences(name)).isEqualTo(LongStream.rangeClosed(1, 13).boxed().toList());
    }
    assertThat(receiver.received())
        .allSatisfy(each -> assertThat(each.signedBy(secret)).hasSize(1))
        .allSatisfy(each -> assertThat(each.id()).isEqualTo(each.event().getString("id")))
        .allSatisfy(each -> assertThat(each.signatures()).hasSize(1));
    // and it is what the API lists
    JsonArray listed = json(client.get(WORKSPACE + "/orderly-a/events")).getJsonArray("Events");
    assertThat(of("orderly-a").stream().map(Received::event))
        .isEqualTo(listed.stream().map(JsonObject.class::cast).toList());
  }

  @Test
  void onlyWhatTheFilterLetsPassIsSent() {
    // given
    subscribe("owner", "zoe", "types", "dev.helium.workspace.readiness-changed.*");
    createAs("zoe", "hers");
    createAs("yan", "others");
    // when
    turn("others");
    turn("hers");
    turn("others");
    turn("hers");
    // then
    await().until(() -> receiver.received().size() == 2);
    assertThat(receiver.received()).allMatch(each -> each.workspace().equals("hers"));
    assertThat(receiver.received()).allMatch(each -> each.type().contains("readiness-changed"));
  }

  @Test
  void onlyWorkspacesThatHadALabelThenAreSent() {
    // given
    subscribe("labels", "flock=white", "types", "dev.helium.workspace.readiness-changed.*");
    create("swan&labels=flock%3Dwhite");
    create("crow&labels=flock%3Dblack");
    // when
    turn("crow");
    turn("swan");
    create("crow&labels=flock%3Dwhite");
    turn("crow");
    // then
    await().until(() -> receiver.received().size() == 2);
    assertThat(receiver.received())
        .extracting(each -> each.event().getString("id"))
        .containsExactlyInAnyOrder("swan/status-watcher/1", "crow/status-watcher/2");
  }

  @Test
  void whatFailsIsTriedAgainUnderTheSameIdAndHoldsUpNoOtherWorkspace() {
    // given
    receiver.replying(
        each ->
            Reply.of(
                each.workspace().equals("stubborn") && of("stubborn").size() <= 3 ? 500 : 200));
    subscribe("workspaces", "stubborn,docile");
    // when
    create("stubborn");
    create("docile");
    IntStream.range(0, 5).forEach(ignored -> turn("docile"));
    turn("stubborn");
    // then
    await().until(() -> of("docile").size() == 6 && of("stubborn").size() == 5);
    assertThat(sequences("docile")).isEqualTo(LongStream.rangeClosed(1, 6).boxed().toList());
    assertThat(sequences("stubborn")).containsExactly(1L, 1L, 1L, 1L, 2L);
    assertThat(of("stubborn").subList(0, 4).stream().map(Received::id).distinct()).hasSize(1);
    await().until(() -> outcomes().size() == 11);
    assertThat(outcomes().stream().filter("failed"::equals)).hasSize(3);
    assertThat(state()).isEqualTo("active");
    JsonObject last =
        attempts().stream().filter(each -> each.getInteger("Try") == 3).toList().getFirst();
    assertThat(last.getString("Detail")).isEqualTo("It answered 500.");
    assertThat(last.getInteger("Status")).isEqualTo(500);
    assertThat(Instant.parse(last.getString("NextTry")))
        .isAfter(Instant.parse(last.getString("At")).plusMillis(199));
  }

  @Test
  void whatIsNotTakenParksTheWebhookUntilSomebodyResumesIt() {
    // given
    receiver.replying(ignored -> Reply.of(500));
    subscribe("workspaces", "balking");
    create("balking");
    turn("balking");
    // then
    awaitState("parked");
    JsonObject parked = webhook().getJsonObject("Parked");
    assertThat(parked.getString("Reason")).isEqualTo("exhausted");
    assertThat(parked.getString("Why"))
        .isEqualTo("An event of balking was not taken in 4 tries. The last time: It answered 500.");
    assertThat(outcomes()).containsExactly("exhausted", "failed", "failed", "failed");
    assertThat(webhook().getInteger("Waiting")).isPositive();
    // when it is resumed
    receiver.replying(ignored -> Reply.of(200));
    turn("balking");
    assertThat(client.post(path + "/resume").statusCode()).isEqualTo(200);
    // then it goes on where it stopped
    await().until(() -> sequences("balking").equals(List.of(1L, 1L, 1L, 1L, 1L, 2L, 3L)));
    assertThat(state()).isEqualTo("active");
    await().until(() -> webhook().getInteger("Waiting") == 0);
  }

  @Test
  void anEventThatNobodyTakesCanBeGivenUpOn() {
    // given
    receiver.replying(each -> Reply.of(each.sequence() == 1 ? 400 : 200));
    subscribe("workspaces", "poisonous");
    create("poisonous");
    turn("poisonous");
    awaitState("parked");
    // when
    client.post(path + "/resume?skip=true");
    // then
    await().until(() -> sequences("poisonous").contains(2L));
    assertThat(sequences("poisonous")).containsExactly(1L, 1L, 1L, 1L, 2L);
  }

  @Test
  void aReceiverThatWantsNoMoreIsAskedNoMore() {
    // given
    receiver.replying(ignored -> Reply.of(410));
    subscribe("workspaces", "turned-away");
    // when
    create("turned-away");
    turn("turned-away");
    // then
    awaitState("parked");
    assertThat(webhook().getJsonObject("Parked").getString("Reason")).isEqualTo("gone");
    assertThat(receiver.received()).hasSize(1);
  }

  @Test
  void aReceiverMayAskToBeLeftAlone() {
    // given
    Set<String> asked = new HashSet<>();
    receiver.replying(each -> asked.add(each.id()) ? new Reply(503, "2") : Reply.of(200));
    subscribe("workspaces", "left-alone");
    // when
    create("left-alone");
    // then
    await().until(() -> outcomes().equals(List.of("delivered", "failed")));
    JsonObject first = attempts().getLast();
    assertThat(Instant.parse(first.getString("NextTry")))
        .isAfterOrEqualTo(Instant.parse(first.getString("At")).plusSeconds(2));
  }

  @Test
  void oneThatNeverAnswersHoldsUpNoOther() {
    // given
    receiver.replying(each -> each.path().equals("/slow") ? Reply.NONE : Reply.of(200));
    subscribe("workspaces", "hurried-a,hurried-b");
    String slow = made("url", receiver.url("/slow"), "workspaces", "hurried-a,hurried-b");
    // when
    create("hurried-a");
    create("hurried-b");
    IntStream.range(0, 10).forEach(ignored -> turn("hurried-a"));
    // then
    await().until(() -> receiver.received("/hook").size() == 12);
    assertThat(receiver.received("/slow")).extracting(Received::workspace).doesNotHaveDuplicates();
    client.delete(slow);
  }

  @Test
  void eventsOfThePastAreDeliveredOnceMore() {
    // given
    Instant begin = Instant.now();
    String before = made("url", receiver.url("/before"), "workspaces", "repeated");
    create("repeated");
    IntStream.range(0, 5).forEach(ignored -> turn("repeated"));
    // A new one is sent what was not read yet when it was made.
    await().until(() -> receiver.received("/before").size() == 6);
    client.delete(before);
    subscribe("workspaces", "repeated");
    assertThat(of("repeated")).isEmpty();
    // when by number
    HttpResponse<String> byNumber =
        client.post(path + "/redeliver?workspace=repeated&first=2&last=4");
    // then
    assertThat(byNumber.statusCode()).isEqualTo(202);
    assertThat(json(byNumber).getInteger("Events")).isEqualTo(3);
    await().until(() -> sequences("repeated").equals(List.of(2L, 3L, 4L)));
    // when by time
    await()
        .until(
            () ->
                client
                        .post(path + "/redeliver?from=" + begin + "&until=" + Instant.now())
                        .statusCode()
                    == 202);
    // then
    await().until(() -> sequences("repeated").equals(List.of(2L, 3L, 4L, 1L, 2L, 3L, 4L, 5L, 6L)));
  }

  @Test
  void aNewSecretSignsBesideTheOldOneForAWhile() {
    // given
    subscribe("workspaces", "turning");
    create("turning");
    await().until(() -> receiver.received().size() == 1);
    // when
    String next = json(client.post(path + "/rotate-secret")).getString("Secret");
    turn("turning");
    // then
    await().until(() -> receiver.received().size() == 2);
    Received both = receiver.received().getLast();
    assertThat(both.signatures()).hasSize(2);
    assertThat(both.signedBy(secret)).hasSize(1);
    assertThat(both.signedBy(next)).hasSize(1);
    assertThat(Instant.parse(webhook().getString("FormerSecretUntil"))).isAfter(Instant.now());
    // when the one before is not to count any more
    String last = json(client.post(path + "/rotate-secret?overlap=PT0S")).getString("Secret");
    turn("turning");
    // then
    await().until(() -> receiver.received().size() == 3);
    Received one = receiver.received().getLast();
    assertThat(one.signatures()).hasSize(1);
    assertThat(one.signedBy(last)).hasSize(1);
  }

  @Test
  void aTestIsAnsweredWithWhatCameOfIt() {
    // given
    subscribe("workspaces", "untouched");
    client.send(
        client
            .request(path)
            .header("content-type", JSON)
            .method("PATCH", BodyPublishers.ofString("{\"paused\":true}")));
    // when
    JsonObject tested = json(client.post(path + "/test"));
    // then
    assertThat(tested.getBoolean("Delivered")).isTrue();
    assertThat(receiver.received().getFirst().id()).isEqualTo(tested.getString("Event"));
    assertThat(receiver.received().getFirst().signedBy(secret)).hasSize(1);
    // when
    receiver.replying(ignored -> Reply.of(302));
    // then
    assertThat(json(client.post(path + "/test")).getString("Detail"))
        .isEqualTo("It answered 302; redirects are not followed.");
  }

  @Test
  void whatHappensWhileItIsPausedIsSentLater() {
    // given
    subscribe("workspaces", "dozing", "paused", "true");
    create("dozing");
    turn("dozing");
    assertThat(receiver.received()).isEmpty();
    // when
    assertThat(client.post(path + "/resume").statusCode()).isEqualTo(200);
    // then
    await().until(() -> sequences("dozing").equals(List.of(1L, 2L)));
  }

  @Test
  void anEventThatIsTooLargeSaysWhereItCanBeRead() {
    // given
    subscribe("workspaces", "spacious", "types", "dev.helium.workspace.provisioned.*");
    create("spacious");
    // when
    provisioner.applied("spacious", Map.of("text", "x".repeat(25_000)));
    // then
    await().until(() -> receiver.received().size() == 1);
    JsonObject event = receiver.received().getFirst().event();
    assertThat(event.containsKey("data")).isFalse();
    JsonObject read =
        json(client.get(event.getString("dataref"))).getJsonArray("Events").getJsonObject(0);
    assertThat(read.getString("id")).isEqualTo(event.getString("id"));
    assertThat(read.getJsonObject("data").getJsonObject("outputs").getString("text"))
        .hasSize(25_000);
  }

  private void subscribe(String... fields) {
    HttpResponse<String> made = post("url", receiver.url("/hook"), fields);
    path = WebhooksTest.path(made);
    secret = json(made).getString("Secret");
  }

  private static String made(String name, String value, String... fields) {
    return WebhooksTest.path(post(name, value, fields));
  }

  private static HttpResponse<String> post(String name, String value, String... fields) {
    JsonObject request = new JsonObject().put(name, value);
    for (int index = 0; index < fields.length; index += 2) {
      request.put(fields[index], fields[index + 1]);
    }
    return client.post(WEBHOOKS, JSON, request.encode());
  }

  private static void create(String name) {
    assertThat(client.post(WORKSPACE + "?wait=decided", FORM, "name=" + name).statusCode())
        .isEqualTo(202);
  }

  private static void createAs(String owner, String name) {
    client.send(
        client
            .request(WORKSPACE + "?wait=decided")
            .header("gap-auth", owner)
            .header("content-type", FORM)
            .POST(BodyPublishers.ofString("name=" + name)));
  }

  /** One more event. */
  private static void turn(String name) {
    provisioner.seen(name, new Readiness.Ready());
  }

  private List<Received> of(String workspace) {
    return receiver.received("/hook").stream()
        .filter(each -> each.workspace().equals(workspace))
        .toList();
  }

  private List<Long> sequences(String workspace) {
    return of(workspace).stream().map(Received::sequence).toList();
  }

  private JsonObject webhook() {
    return json(client.get(path)).getJsonObject("Webhook");
  }

  private String state() {
    return webhook().getString("State");
  }

  private void awaitState(String state) {
    await().atMost(Duration.ofMinutes(1)).until(() -> state().equals(state));
  }

  private List<JsonObject> attempts() {
    return json(client.get(path + "/deliveries")).getJsonArray("Deliveries").stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private List<String> outcomes() {
    return attempts().stream().map(each -> each.getString("Outcome")).toList();
  }
}
