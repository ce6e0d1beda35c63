package dev.helium.pages.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.ApiCall;
import dev.helium.pages.support.Canned;
import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.Markup;
import dev.helium.pages.support.PageServer;
import dev.helium.pages.support.Person;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BulkPagesTest {
  private static final String DONE = "{\"ID\":\"demo-1\",\"Status\":\"deleting\"}";

  private final CannedApi api =
      new CannedApi()
          .answer(
              "GET /v1/api/workspace/",
              new JsonObject()
                  .put("Workspace", Canned.workspace("demo-1", "ready", Person.ADA.name())))
          .answer("DELETE /v1/api/workspace/", new JsonObject(DONE))
          .answer("POST /v1/api/workspace/", new JsonObject(DONE));
  private final PageServer server = new PageServer(api);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void beforeAnythingIsDeletedItIsNamed() {
    // when
    HttpResponse<String> answer =
        post("/list/selected", "action", "delete", "id", "demo-1", "id", "demo-2");

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("Delete 2 workspaces", "demo-1", "demo-2");
    assertThat(new Markup(answer.body()).values("action")).contains("/list/delete");
    assertThat(api.calls()).allMatch(call -> call.method().equals(HttpMethod.GET));
  }

  @Test
  void whereNothingWasTickedThatIsSaid() {
    // when
    HttpResponse<String> answer = post("/list/selected", "action", "delete");

    // then
    assertThat(answer.body()).contains("Nothing was selected");
  }

  @Test
  void whatIsProtectedIsSaidBeforeItIsRefused() {
    // given
    api.answer(
        "GET /v1/api/workspace/demo-1",
        new JsonObject()
            .put(
                "Workspace",
                Canned.workspace("demo-1", "ready", Person.ADA.name())
                    .put(
                        "Protection",
                        new JsonObject()
                            .put("Until", "2026-12-24T00:00:00Z")
                            .put("By", "grace")
                            .put("Why", "the board looks at it"))));

    // when
    String html = post("/list/selected", "action", "delete", "id", "demo-1").body();

    // then
    assertThat(html).contains("Protected by grace: the board looks at it", "will be refused");
  }

  @Test
  void eachIsDeletedByARequestOfItsOwnAndSaysWhatCameOfIt() {
    // given
    api.refuse("DELETE /v1/api/workspace/demo-2", 409, "grace protects it.");

    // when
    HttpResponse<String> answer =
        post("/list/delete", "key", "list-7", "id", "demo-1", "id", "demo-2", "id", "demo-1");

    // then
    assertThat(answer.body())
        .contains("1 of 2 workspaces are on their way out", "grace protects it.", "Refused");
    assertThat(api.asked())
        .containsExactly("DELETE /v1/api/workspace/demo-1", "DELETE /v1/api/workspace/demo-2");
    assertThat(api.calls().getFirst().headers()).containsEntry("Idempotency-Key", "list-7-demo-1");
    assertThat(api.calls().getFirst().body().length()).isZero();
  }

  @Test
  void eachLivesLongerByAsManyDays() {
    // when
    HttpResponse<String> answer = post("/list/extend", "by", "PT168H", "until", "", "id", "demo-1");

    // then
    assertThat(answer.body()).contains("1 of 1 workspaces live longer");
    ApiCall call = api.calls().getLast();
    assertThat(call.uri()).isEqualTo("/v1/api/workspace/demo-1/extend");
    assertThat(call.body().toJsonObject())
        .isEqualTo(new JsonObject().put("expiry", "2026-12-09T00:00:00Z"));
  }

  @Test
  void allLiveUntilTheEndOfTheSameDay() {
    // when
    post("/list/extend", "by", "PT168H", "until", "2026-12-24", "why", "the fair", "id", "demo-1");

    // then
    assertThat(api.calls()).hasSize(1);
    assertThat(api.calls().getFirst().body().toJsonObject())
        .isEqualTo(new JsonObject().put("expiry", "2026-12-24").put("why", "the fair"));
  }

  @Test
  void aLengthThatIsNotOfferedIsAskedForAgain() {
    // when
    HttpResponse<String> answer = post("/list/extend", "by", "PT9999H", "id", "demo-1");

    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Choose a length, or the last day.");
    assertThat(api.calls()).allMatch(call -> call.method().equals(HttpMethod.GET));
  }

  @Test
  void onlyAsManyAsAPageHasAreChangedAtOnce() {
    // given
    List<String> fields = new ArrayList<>();
    IntStream.range(0, 150).forEach(i -> fields.addAll(List.of("id", "demo-" + i)));

    // when
    post("/list/delete", fields.toArray(String[]::new));

    // then
    assertThat(api.calls()).hasSize(Selection.MOST);
  }

  @Test
  void theWayBackLeadsToTheListAndNowhereElse() {
    // when
    String known = post("/list/delete", "back", "/list?scope=all", "id", "demo-1").body();
    String foreign = post("/list/delete", "back", "//evil.example/list", "id", "demo-1").body();

    // then
    assertThat(new Markup(known).values("href")).contains("/list?scope=all");
    assertThat(foreign).doesNotContain("evil.example");
  }

  private HttpResponse<String> post(String path, String... fields) {
    List<String> all = new ArrayList<>(List.of("formToken", Person.ADA.formToken()));
    all.addAll(List.of(fields));
    return server.post(path, all.toArray(String[]::new));
  }
}
