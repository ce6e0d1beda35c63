package dev.helium.gateway;

import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is written down of who asked for what. */
@ExtendWith({SharedDeployment.class, GatewayWithoutLog.class})
final class AuditTest {
  private static final String AUDIT = "/v1/api/audit";

  private static TestDeployment deployment;
  private static Client admin;
  private static Client ada;
  private static Client viewer;
  private static String credential;
  private static String voucher;

  @BeforeAll
  static void start(TestDeployment shared) {
    deployment = shared;
    People people = shared.people;
    String admins = people.give("anna", "admin");
    String adas = people.give("ada", "user");
    String viewers = people.give("vera", "viewer");
    credential = People.id(adas);
    voucher = People.id(admins);
    admin = deployment.client.with(admins);
    ada = deployment.client.with(adas);
    viewer = deployment.client.with(viewers);
    KnownTokens.await(viewer);
  }

  @Test
  void whatWasAcceptedSaysWhoAskedHowAndWhatBecameOfIt() {
    // given
    Instant before = Instant.now();
    // when
    create(ada, "accepted");
    // then
    JsonObject entry = only("?workspace=accepted");
    assertThat(entry.getString("Who")).isEqualTo("ada");
    assertThat(entry.getString("Role")).isEqualTo("user");
    assertThat(entry.getString("Means")).isEqualTo("token");
    assertThat(entry.getString("Credential")).isEqualTo(credential);
    assertThat(entry.getString("Operation")).isEqualTo("createWorkspace");
    assertThat(entry.getInteger("Status")).isEqualTo(202);
    assertThat(entry.getString("Problem")).isEmpty();
    assertThat(entry.getString("Address")).isEqualTo("127.0.0.1");
    assertThat(Instant.parse(entry.getString("At"))).isAfterOrEqualTo(before);
    assertThat(deployment.provisioner.creates("accepted"))
        .extracting(command -> command.id().value())
        .containsExactly(entry.getString("Command"));
  }

  @Test
  void whatWasRefusedSaysWhy() {
    // given
    create(ada, "audited");
    // when
    ada.post(WORKSPACE + "/audited/unprotect?wait=decided");
    ada.post(WORKSPACE + "/audited/extend", JSON, "{}");
    viewer.delete(WORKSPACE + "/audited");
    // then
    List<JsonObject> entries = entries("?workspace=audited", 4);
    assertThat(entries)
        .extracting(
            entry -> entry.getString("Operation"),
            entry -> entry.getInteger("Status"),
            entry -> entry.getString("Problem"),
            entry -> entry.getString("Who"))
        .containsExactlyInAnyOrder(
            tuple("createWorkspace", 202, "", "ada"),
            tuple("unprotectWorkspace", 409, "urn:helium:problem:conflict", "ada"),
            tuple("extendWorkspace", 422, "urn:helium:problem:invalid", "ada"),
            tuple("deleteWorkspace", 403, "urn:helium:problem:forbidden", "vera"));
  }

  @Test
  void whatIsReadIsNotedOnlyWhenItIsForbidden() {
    // when
    create(ada, "audited-twice");
    viewer.get(WORKSPACE + "/audited-twice");
    viewer.get(AUDIT);
    // then
    JsonObject forbidden = only("?who=vera&limit=1");
    assertThat(forbidden.getString("Operation")).isIn("listAudit", "deleteWorkspace");
    assertThat(entries("?workspace=audited-twice", 1))
        .extracting(entry -> entry.getString("Operation"))
        .containsExactly("createWorkspace");
  }

  @Test
  void whomAProxyNamedIsNotedWithTheTokenThatVouchedForThem() {
    // when
    HttpResponse<String> answer =
        admin.send(
            admin
                .request(WORKSPACE + "/vouched/retry")
                .header("gap-auth", "ann@example.com")
                .POST(BodyPublishers.noBody()));
    // then
    assertThat(answer.statusCode()).isEqualTo(404);
    JsonObject entry = only("?workspace=vouched");
    assertThat(entry.getString("Who")).isEqualTo("ann@example.com");
    assertThat(entry.getString("Role")).isEqualTo("user");
    assertThat(entry.getString("Means")).isEqualTo("forwarded");
    assertThat(entry.getString("Credential")).isEqualTo("token " + voucher);
  }

  @Test
  void attemptsOfNobodyAreNotedInBoundedNumber() {
    // given a gateway at which nobody has failed yet
    try (TestGateway gateway = deployment.another(Map.of())) {
      Client nobody = gateway.client().with("the-token-of-nobody");
      // when some have a token and some have none
      for (int attempt = 0; attempt < 65; attempt++) {
        assertThat(nobody.delete(WORKSPACE + "/attempted").statusCode()).isEqualTo(401);
        assertThat(nobody.send(nobody.bare(WORKSPACE + "/attempted").DELETE()).statusCode())
            .isEqualTo(401);
      }
      assertThat(lost(gateway, "too-many-attempts")).isGreaterThanOrEqualTo(10);
    }
    // then
    await().until(() -> !entries("?workspace=attempted&limit=500").isEmpty());
    List<JsonObject> entries = entries("?workspace=attempted&limit=500");
    assertThat(entries).hasSizeLessThanOrEqualTo(120);
    assertThat(entries.getFirst().getString("Who")).isEmpty();
    assertThat(entries.getFirst().getString("Means")).isEqualTo("none");
    assertThat(entries.getFirst().getString("Problem"))
        .isEqualTo("urn:helium:problem:unauthorized");
    assertThat(entries.toString()).doesNotContain("the-token-of-nobody");
  }

  @Test
  void pagesLeadOnToWhatIsOlder() {
    // given
    for (int number = 0; number < 5; number++) {
      ada.post(WORKSPACE + "/paged-" + number + "/retry");
    }
    await().until(() -> entries("?who=ada").stream().filter(AuditTest::isPaged).count() == 5);
    // when
    List<JsonObject> read = new ArrayList<>();
    String next = AUDIT + "?who=ada&limit=2";
    while (next != null) {
      JsonObject page = json(admin.get(next));
      assertThat(page.getJsonArray("Audit").size()).isLessThanOrEqualTo(2);
      page.getJsonArray("Audit").forEach(entry -> read.add((JsonObject) entry));
      next = page.getString("Next");
    }
    // then
    assertThat(read.stream().filter(AuditTest::isPaged))
        .extracting(entry -> entry.getString("Workspace"))
        .containsExactly("paged-4", "paged-3", "paged-2", "paged-1", "paged-0");
    assertThat(read)
        .extracting(entry -> Instant.parse(entry.getString("At")))
        .isSortedAccordingTo((left, right) -> right.compareTo(left));
  }

  @Test
  void aQueryThatBreaksRulesIsRefusedWithAllOfThem() {
    // when
    HttpResponse<String> answer = admin.get(AUDIT + "?limit=0&after=x&workspace=NO");
    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Client.errors(answer))
        .containsExactlyInAnyOrder(
            "limit: must be a whole number from 1 to 500",
            "after: must be what the page before named in Next",
            "workspace: must have 3 to 63 characters a-z, 0-9 or '-', and begin and end with a"
                + " letter or digit");
  }

  @Test
  void aLogThatIsAwayHoldsUpNoAnswerAndLossesAreCounted(TestGateway withoutLog) {
    // given
    double before = lost(withoutLog, "log-away");
    // when
    HttpResponse<String> answer =
        withoutLog.client().post(WORKSPACE + "/any-one/extend", JSON, "{}");
    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    await().until(() -> lost(withoutLog, "log-away") > before);
  }

  private static boolean isPaged(JsonObject entry) {
    return entry.getString("Workspace").startsWith("paged-");
  }

  private static double lost(TestGateway gateway, String reason) {
    return gateway.meters.get("helium.audit.lost").tag("reason", reason).counter().count();
  }

  private static JsonObject only(String query) {
    return entries(query, 1).getFirst();
  }

  /** Entries arrive some moments after the answer. */
  private static List<JsonObject> entries(String query, int count) {
    await().atMost(Duration.ofSeconds(60)).until(() -> entries(query).size() >= count);
    List<JsonObject> entries = entries(query);
    assertThat(entries).hasSize(count);
    return entries;
  }

  private static List<JsonObject> entries(String query) {
    HttpResponse<String> answer = admin.get(AUDIT + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer).getJsonArray("Audit").stream().map(JsonObject.class::cast).toList();
  }

  private static void create(Client client, String name) {
    assertThat(
            client
                .post(
                    WORKSPACE + "?wait=decided", JSON, new JsonObject().put("name", name).encode())
                .statusCode())
        .isEqualTo(202);
  }
}
