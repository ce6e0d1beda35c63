package dev.helium.pages.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.ApiAnswer;
import dev.helium.pages.ApiCall;
import dev.helium.pages.support.Canned;
import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.CannedLife;
import dev.helium.pages.support.PageServer;
import dev.helium.pages.support.Person;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionPagesTest {
  private static final String ONE = "/v1/api/workspace/demo";
  private static final String OLD = "\"old\"";
  private static final String FRESH = "\"fresh\"";
  private static final JsonObject DONE =
      new JsonObject().put("ID", "demo").put("Status", "creating");

  private final JsonObject workspace = Canned.workspace("demo", "ready", Person.ADA.name());
  private final CannedApi api =
      new CannedApi()
          .answer("GET " + ONE, call -> CannedLife.tagged(workspace, FRESH))
          .refuse("GET " + ONE + "/", 404, "Not canned.")
          .answer("POST " + ONE, DONE)
          .answer("DELETE " + ONE, DONE);
  private final PageServer server = new PageServer(api);

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"retry, retried", "cancel, cancelled", "unprotect, unprotected"})
  void whatTheAddressSaysIsSentWithoutABody(String action, String said) {
    // when
    HttpResponse<String> answer = post(action);

    // then
    ApiCall call = only();
    assertThat(call.method()).isEqualTo(HttpMethod.POST);
    assertThat(call.uri()).isEqualTo(ONE + "/" + action);
    assertThat(call.body().length()).isZero();
    assertThat(call.headers()).containsEntry("If-Match", OLD).doesNotContainKey("content-type");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).hasValue("/get/demo?done=" + said);
  }

  @Test
  void longerCountsFromThePresentExpiry() {
    // when
    HttpResponse<String> answer =
        post(
            "extend", "length", "PT72H", "from", "2026-12-02T00:00:00Z", "day", "", "why", "tests");

    // then
    assertThat(body())
        .isEqualTo(new JsonObject().put("expiry", "2026-12-05T00:00:00Z").put("why", "tests"));
    assertThat(answer.headers().firstValue("location")).hasValue("/get/demo?done=extended");
  }

  @Test
  void longerCountsFromNowWhenTheExpiryHasPassed() {
    // when
    post("extend", "length", "PT24H", "from", "2026-11-01T00:00:00Z");

    // then
    assertThat(body()).isEqualTo(new JsonObject().put("expiry", "2026-11-30T12:00:00Z"));
  }

  @Test
  void aDayCountsBeforeALength() {
    // when
    post("extend", "length", "PT72H", "from", "2026-12-02T00:00:00Z", "day", "2026-12-24");

    // then
    assertThat(body()).isEqualTo(new JsonObject().put("expiry", "2026-12-24"));
  }

  @Test
  void aLengthThatIsNotOfferedIsNone() {
    // when
    post("extend", "length", "PT100000H", "from", "2026-12-02T00:00:00Z", "why", "ever");

    // then
    assertThat(body()).isEqualTo(new JsonObject().put("why", "ever"));
  }

  @Test
  void earlierCountsFromNow() {
    // when
    post("shorten", "length", "PT4H", "from", "2026-12-02T00:00:00Z");

    // then
    assertThat(only().uri()).isEqualTo(ONE + "/shorten");
    assertThat(body()).isEqualTo(new JsonObject().put("expiry", "2026-11-29T16:00:00Z"));
  }

  @Test
  void aProtectionMayLeaveItsEndToThePolicy() {
    // when
    post("protect", "length", "", "day", "", "why", "demo");
    JsonObject open = body();
    post("protect", "length", "PT168H", "day", "", "why", "demo");

    // then
    assertThat(open).isEqualTo(new JsonObject().put("why", "demo"));
    assertThat(changes().getLast().body().toJsonObject())
        .isEqualTo(new JsonObject().put("until", "2026-12-06T12:00:00Z").put("why", "demo"));
  }

  @Test
  void whatIsGoneIsBroughtBackWithoutACondition() {
    // when
    HttpResponse<String> answer =
        server.post(
            "/get/demo/revive", "formToken", "token-of-ada", "seen", "gone-7", "length", "PT24H");

    // then
    assertThat(only().headers()).doesNotContainKey("If-Match").containsKey("Idempotency-Key");
    assertThat(body()).isEqualTo(new JsonObject().put("expiry", "2026-11-30T12:00:00Z"));
    assertThat(answer.headers().firstValue("location")).hasValue("/get/demo?done=revived");
  }

  @Test
  void theSameWishHasTheSameKeyAndAnotherOneAnother() {
    // when
    post("protect", "why", "demo");
    post("protect", "why", "demo");
    post("protect", "why", "another");
    server.post("/get/demo/protect", "formToken", "token-of-ada", "seen", FRESH, "why", "demo");

    // then
    List<String> keys =
        changes().stream().map(call -> call.headers().get("Idempotency-Key")).toList();
    assertThat(keys.get(0)).isEqualTo(keys.get(1));
    assertThat(Set.copyOf(keys)).hasSize(3);
  }

  @Test
  void whatIsNotDecidedYetIsSaidSo() {
    // given
    api.answer("POST " + ONE, new JsonObject().put("ID", "demo").put("Status", "pending"));

    // when
    HttpResponse<String> answer = post("retry");

    // then
    assertThat(answer.headers().firstValue("location")).hasValue("/get/demo?done=pending");
  }

  @Test
  void nothingIsSentThatIsNoEntityTag() {
    // when
    server.post("/get/demo/retry", "formToken", "token-of-ada", "seen", "\"a\"\r\nX-Evil: 1");

    // then
    assertThat(only().headers()).containsOnlyKeys("Idempotency-Key");
  }

  @ParameterizedTest
  @CsvSource({
    "403, It belongs to somebody else.",
    "409, The workspace is being deleted.",
    "429, Too many changes.",
    "503, The log is away."
  })
  void aRefusalIsSaidAtTheFormThatKeepsWhatWasTyped(int status, String detail) {
    // given
    api.refuse("POST " + ONE, status, detail);

    // when
    HttpResponse<String> answer = post("extend", "length", "PT24H", "why", "for the tests");

    // then
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body())
        .contains("role=\"alert\"", detail)
        .contains("value=\"for the tests\"", "value=\"PT24H\" selected")
        .contains("name=\"seen\" value=\"&#34;fresh&#34;\"")
        .doesNotContain("data-stream=");
  }

  @Test
  void whoWasOvertakenSeesTheFreshStateAndNothingWasDone() {
    // given
    api.refuse("POST " + ONE, 412, "The workspace is not what the request expects.");

    // when
    HttpResponse<String> answer = post("shorten", "length", "PT4H");

    // then
    assertThat(answer.statusCode()).isEqualTo(412);
    assertThat(answer.body())
        .contains("Somebody has changed the workspace since you looked. Nothing was done.")
        .contains("value=\"&#34;fresh&#34;\"", "datetime=\"2026-12-02T00:00:00Z\"");
  }

  @Test
  void aBrokenRuleIsSaidAtItsField() {
    // given
    api.answer("POST " + ONE, call -> invalid("expiry", "must be after the present one"));

    // when
    HttpResponse<String> answer = post("extend", "day", "2026-11-30");

    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("class=\"wrong\">It must be after the present one.</p>", "aria-invalid=\"true\"")
        .contains("value=\"2026-11-30\"")
        .doesNotContain("role=\"alert\"");
  }

  @Test
  void whatIsWrongBesideTheFieldsIsSaidAbove() {
    // given
    api.answer("POST " + ONE, call -> invalid("Idempotency-Key", "stands for another request"));

    // when
    HttpResponse<String> answer = post("protect", "why", "demo");

    // then
    assertThat(answer.body()).contains("Idempotency-Key stands for another request.");
  }

  @Test
  void nobodyIsSentToSignInWithoutHavingToBe() {
    // given
    api.refuse("POST " + ONE, 401, "The token is wrong.");

    // when
    HttpResponse<String> answer = post("retry");

    // then
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location").orElseThrow()).startsWith("/sign-in");
  }

  @Test
  void aFormOfAnotherSiteDoesNothing() {
    // when
    HttpResponse<String> answer = server.post("/get/demo/delete", "name", "demo", "seen", OLD);

    // then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(changes()).isEmpty();
  }

  @Test
  void aDeletionAsksForTheName() {
    // given
    String page = server.get("/get/demo/delete").body();
    HttpResponse<String> wrong = post("delete", "name", "dem");

    // when
    HttpResponse<String> right = post("delete", "name", "demo");

    // then
    assertThat(page).contains("Type <code", "cannot be undone");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("must be the name of it: demo", "value=\"dem\"");
    ApiCall call = only();
    assertThat(call.method()).isEqualTo(HttpMethod.DELETE);
    assertThat(call.uri()).isEqualTo(ONE);
    assertThat(call.headers()).containsEntry("If-Match", OLD);
    assertThat(right.headers().firstValue("location")).hasValue("/get/demo?done=deleted");
  }

  @Test
  void whatIsProtectedIsNotDeletedButUnprotectedByWhomMay() {
    // given
    workspace.put("Protection", CannedLife.protection("grace@example.com", "demo for the board"));

    // when
    String own = server.get("/get/demo/delete").body();
    server.look(new Person("eve@example.com", "user", "token"));
    String others = server.get("/get/demo/delete").body();

    // then
    assertThat(own)
        .contains("grace@example.com", "demo for the board", "action=\"/get/demo/unprotect\"")
        .doesNotContain("name=\"name\"");
    assertThat(others).contains("Ask them").doesNotContain("method=\"post\" action=\"/get/");
  }

  @Test
  void whoLivesInItsClusterIsNamedBeforeItsDeletion() {
    // given
    JsonObject why = CannedLife.why("demo", "ready", "");
    why.getJsonObject("Why")
        .put("Tenants", new JsonArray().add(new JsonObject().put("ID", "lodger")));
    api.answer("GET " + ONE + "/why", why);

    // when
    String page = server.get("/get/demo/delete").body();

    // then
    assertThat(page).contains("and lose it", "href=\"/get/lodger\"");
  }

  @Test
  void anActionThatIsNotPossibleSaysWhy() {
    // given
    workspace.put("Status", "deleting");
    String state = server.get("/get/demo/extend").body();
    server.look(Person.VERA);

    // when
    String role = server.get("/get/demo/extend").body();

    // then
    assertThat(state)
        .contains("in a state in which this cannot be done")
        .doesNotContain("name=\"length\"");
    assertThat(role).contains("Your role is to look").doesNotContain("name=\"length\"");
  }

  @Test
  void anActionOnWhatNeverWasIsNoPage() {
    // given
    api.refuse("GET " + ONE, 404, "There is no workspace of that name.");

    // when
    HttpResponse<String> answer = server.get("/get/demo/extend");

    // then
    assertThat(answer.statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> post(String action, String... fields) {
    String[] all = new String[fields.length + 4];
    all[0] = "formToken";
    all[1] = "token-of-ada";
    all[2] = "seen";
    all[3] = OLD;
    System.arraycopy(fields, 0, all, 4, fields.length);
    return server.post("/get/demo/" + action, all);
  }

  private List<ApiCall> changes() {
    return api.calls().stream().filter(call -> !call.method().equals(HttpMethod.GET)).toList();
  }

  private ApiCall only() {
    assertThat(changes()).hasSize(1);
    return changes().getFirst();
  }

  private JsonObject body() {
    return only().body().toJsonObject();
  }

  private static ApiAnswer invalid(String field, String rule) {
    JsonObject json =
        new JsonObject()
            .put("title", "Invalid")
            .put("detail", "It breaks a rule.")
            .put(
                "errors",
                new JsonArray().add(new JsonObject().put("field", field).put("rule", rule)));
    return new ApiAnswer(422, MultiMap.caseInsensitiveMultiMap(), json.toBuffer());
  }
}
