package dev.helium.pages.create;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.ApiAnswer;
import dev.helium.pages.ApiCall;
import dev.helium.pages.read.BackendView;
import dev.helium.pages.support.Canned;
import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.PageServer;
import dev.helium.pages.support.Person;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CreatePagesTest {
  private static final String CREATE = "POST /v1/api/workspace";

  private final CannedApi api =
      new CannedApi()
          .answer("GET /v1/api/quotas", CannedBackends.quotas())
          .answer("GET /v1/api/backends", CannedBackends.all())
          .refuse("GET /v1/api/backends/", 404, "There is no backend of that name.")
          .answer("GET /v1/api/backends/pachyderm", CannedBackends.one(CannedBackends.pachyderm()))
          .answer("GET /v1/api/backends/program", CannedBackends.one(CannedBackends.program()))
          .answer("GET /v1/api/backends/helm", CannedBackends.one(CannedBackends.helm()))
          .answer(CREATE, new JsonObject().put("ID", "demo").put("Status", "creating"));
  private final PageServer server = new PageServer(api);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theCatalogueHasACardForEachBackendThatIsOneLink() {
    // when
    String page = server.get("/create").body();

    // then
    assertThat(page)
        .contains("href=\"/create/pachyderm\"", "href=\"/create/helm\"", "href=\"/create/program\"")
        .contains(
            "needs repository",
            "12 parts to be ready: etcd, postgres, minio, pg-bouncer and 8 more",
            "profiles small, over-1m-events")
        .contains("usually ready in 2 min 4 s", "lives 30 days at most");
  }

  @Test
  void whatTheApiDoesNotKnowOfABackendIsNotShown() {
    // given
    api.answer(
        "GET /v1/api/backends",
        new JsonObject().put("Backends", new JsonArray().add(CannedBackends.helm())));

    // when
    String page = server.get("/create").body();

    // then
    assertThat(page).contains("/create/helm").doesNotContain("usually ready", "at most");
  }

  @Test
  void aFormHasAFieldForEachValueAndWorksByEitherAddress() {
    // when
    String page = server.get("/create/pachyderm").body();

    // then
    assertThat(page)
        .contains("name=\"p.pachd.replicas\"", "name=\"p.auth0.clientSecret\" type=\"password\"")
        .contains("No end lies further away than 30 days.")
        .contains("name=\"pachdVersion\"", "name=\"disableNotebooks\"", "name=\"cleanupOnFail\"")
        .contains("name=\"valuesYaml\"", "name=\"expiry\" type=\"date\" min=\"2026-11-29\"")
        .contains(
            "5 − 3 taken = 2 left, and 1 after this one", "32 GiB − 12 GiB taken = 20 GiB left")
        .doesNotContain("name=\"infraJson\"")
        .doesNotContain("name=\"chart\" type");
    assertThat(server.get("/create?backend=pachyderm").statusCode()).isEqualTo(200);
    assertThat(server.get("/create/program").body())
        .contains("name=\"infraJson\"", "must be given");
    assertThat(server.get("/create/helm").body()).contains("name=\"chart\" type=\"file\"");
  }

  @Test
  void aBackendThatThereIsNotIsAnErrorPage() {
    assertThat(server.get("/create/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void withoutQuotasTheFormIsAsGood() {
    // given
    api.refuse("GET /v1/api/quotas", 503, "Not now.");

    // then
    assertThat(server.get("/create/pachyderm").statusCode()).isEqualTo(200);
  }

  @Test
  void aFormBecomesOneCallUnderItsKeyAndLeadsToTheWorkspace() {
    // when
    HttpResponse<String> answer =
        FilledForm.of("pachyderm")
            .text("name", "demo")
            .text("length", "PT4H")
            .text("labels", "team=blue\r\nticket=DATA-1")
            .text("p.pachd.replicas", "2")
            .text("p.release", "")
            .text("valuesYaml", "")
            .file("valuesYaml", "", new byte[0])
            .post(server, "/create");

    // then
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).hasValue("/get/demo?done=created");
    ApiCall call = only();
    assertThat(call.headers())
        .containsEntry("Idempotency-Key", FilledForm.KEY)
        .containsEntry("If-None-Match", "*");
    assertThat(call.body().toJsonObject())
        .isEqualTo(
            new JsonObject()
                .put("name", "demo")
                .put("backend", "pachyderm")
                .put("expiry", "2026-11-29T15:59:00Z")
                .put("labels", new JsonObject().put("team", "blue").put("ticket", "DATA-1"))
                .put("parameters", new JsonObject("{\"pachd\":{\"replicas\":2}}")));
  }

  @Test
  void theSameFormSentTwiceAsksForTheSameUnderTheSameKey() {
    // when
    FilledForm.of("pachyderm").text("length", "PT168H").post(server, "/create");
    FilledForm.of("pachyderm").text("length", "PT168H").post(server, "/create");

    // then
    List<ApiCall> calls = calls();
    assertThat(calls).hasSize(2);
    assertThat(calls.get(0)).isEqualTo(calls.get(1));
  }

  @Test
  void aFileOfValuesIsSentAsItIsAndUnderTheFieldsWhenTheySayMore() {
    // when
    String yaml = "pachd:\n  replicas: 1 # one\n  image: {tag: x}\n";
    FilledForm.of("pachyderm")
        .file("valuesYaml", "v.yml", yaml.getBytes(UTF_8))
        .post(server, "/create");
    FilledForm.of("pachyderm")
        .file("valuesYaml", "v.yml", yaml.getBytes(UTF_8))
        .text("p.pachd.replicas", "2")
        .post(server, "/create");

    // then
    assertThat(calls().get(0).body().toJsonObject().getString("valuesYaml")).isEqualTo(yaml);
    assertThat(calls().get(1).body().toJsonObject().getJsonObject("parameters"))
        .isEqualTo(new JsonObject("{\"pachd\":{\"replicas\":2,\"image\":{\"tag\":\"x\"}}}"));
    assertThat(calls().get(1).body().toJsonObject().containsKey("valuesYaml")).isFalse();
  }

  @Test
  void aChartGoesAlongAsAFile() {
    // when
    FilledForm.of("helm")
        .text("name", "shop")
        .text("p.releaseName", "r")
        .file("chart", "web%22; x.tgz", new byte[] {0, 1, 2, '\r', '\n', (byte) 0xff})
        .post(server, "/create");

    // then
    assertThat(only().headers().get("content-type")).startsWith("multipart/form-data; boundary=");
    assertThat(only().body().toString())
        .contains(
            "name=\"name\"\r\n\r\nshop\r\n",
            "name=\"parameters\"\r\n\r\n{\"releaseName\":\"r\"}\r\n")
        .contains("name=\"chart\"; filename=\"chart.tgz\"")
        .doesNotContain("web%22; x.tgz");
  }

  @Test
  void everyRefusalStandsAtItsFieldAndAboveTheFormWithWhatWasTyped() {
    // given
    api.answer(
        CREATE,
        call ->
            refusal(
                "parameters.pachd.replicas", "must be at least 0 and at most 20",
                "name", "must be a name",
                "expiry", "must be in the future",
                "labels.team", "must fit",
                "parameters.global.imagePullSecrets.0", "does not fit",
                "somewhere", "is odd"));

    // when
    HttpResponse<String> answer =
        FilledForm.of("pachyderm")
            .text("name", "No Name")
            .text("expiry", "2020-01-01")
            .text("labels", "team=?")
            .text("p.pachd.replicas", "999")
            .text("valuesYaml", "etcd: {}")
            .post(server, "/create");

    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    BackendForm form = BackendForm.of(new BackendView(CannedBackends.pachyderm()));
    String replicas = form.at("pachd.replicas").orElseThrow().id();
    String secrets = form.at("global.imagePullSecrets").orElseThrow().id();
    assertThat(answer.body())
        .contains("id=\"summary\" tabindex=\"-1\" autofocus")
        .contains("href=\"#" + replicas + "\">pachd.replicas must be at least 0 and at most 20.")
        .contains("id=\"" + replicas + "-wrong\" class=\"wrong break\">must be at least 0")
        .contains("aria-describedby=\"" + replicas + "-help " + replicas + "-wrong\"")
        .contains("href=\"#" + secrets + "\">global.imagePullSecrets.0 does not fit.")
        .contains("id=\"f-name-wrong\" class=\"wrong break\">must be a name")
        .contains("id=\"f-labels-wrong\" class=\"wrong break\">labels.team must fit.")
        .contains("somewhere is odd.")
        .contains(
            "value=\"No Name\"", "value=\"2020-01-01\"", "value=\"999\"", ">team=?</textarea>")
        .contains(">etcd: {}</textarea>")
        .doesNotContain("value=\"" + FilledForm.KEY + "\"");
  }

  @Test
  void whatIsWrongBeforehandIsNotAskedFor() {
    // when
    HttpResponse<String> answer =
        FilledForm.of("pachyderm")
            .text("valuesYaml", "a: [1")
            .text("p.pachd.nodeSelector", "{x")
            .text("labels", "nonsense")
            .text("expiry", "2026-12-01")
            .text("length", "PT4H")
            .post(server, "/create");

    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "valuesYaml is not valid YAML: look at line", "pachd.nodeSelector is not valid YAML")
        .contains("labels must be name=value, one a line.", "expiry must be said in one way");
    assertThat(calls()).isEmpty();
  }

  @Test
  void aFileInAnotherEncodingIsRefusedRatherThanChanged() {
    // when
    HttpResponse<String> answer =
        FilledForm.of("pachyderm")
            .file("valuesYaml", "v.yml", new byte[] {'a', ':', ' ', (byte) 0xe9})
            .post(server, "/create");

    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("valuesYaml must be text in UTF-8.");
    assertThat(calls()).isEmpty();
  }

  @Test
  void aNameThatIsTakenIsChangedOnlyWhenOneSaysSo() {
    // given
    api.refuse(CREATE, 412, "There is one.");

    // when
    String page = FilledForm.of("pachyderm").text("name", "demo").post(server, "/create").body();
    FilledForm.of("pachyderm").text("name", "demo").text("change", "demo").post(server, "/create");
    FilledForm.of("pachyderm").text("name", "other").text("change", "demo").post(server, "/create");

    // then
    assertThat(page)
        .contains(
            "name=\"change\" value=\"demo\"", "name is that of a workspace which is there already");
    assertThat(calls().get(1).headers()).doesNotContainKey("If-None-Match");
    assertThat(calls().get(2).headers()).containsEntry("If-None-Match", "*");
  }

  @Test
  void whenNoAnswerComesTheSameIsSentAgainUnderTheSameKey() {
    // given
    api.refuse(CREATE, 503, "The log does not answer.");

    // when
    HttpResponse<String> answer =
        FilledForm.of("pachyderm").text("name", "demo").post(server, "/create");

    // then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body())
        .contains("The log does not answer.", "value=\"" + FilledForm.KEY + "\"");
  }

  @Test
  void anUpdateIsPresetAndNamesItsWorkspace() {
    // given
    api.answer(
        "GET /v1/api/workspace/demo",
        new JsonObject()
            .put(
                "Workspace",
                Canned.workspace("demo", "ready", "ada@example.com")
                    .put("Labels", new JsonObject().put("team", "blue"))));

    // when
    String page = server.get("/create/pachyderm?update=demo").body();
    HttpResponse<String> answer =
        FilledForm.of("pachyderm").text("update", "").post(server, "/create");
    HttpResponse<String> changed =
        new FilledForm()
            .text("formToken", Person.ADA.formToken())
            .text("backend", "pachyderm")
            .text("update", "demo")
            .text("name", "another")
            .text("labels", "")
            .post(server, "/create");

    // then
    assertThat(page)
        .contains("Change demo", "readonly", ">team=blue</textarea>", "goes back to its default");
    assertThat(answer.headers().firstValue("location")).hasValue("/get/demo?done=created");
    assertThat(changed.headers().firstValue("location")).hasValue("/get/demo?done=updated");
    assertThat(calls().getLast().headers()).doesNotContainKey("If-None-Match");
    assertThat(calls().getLast().body().toJsonObject())
        .isEqualTo(
            new JsonObject()
                .put("name", "demo")
                .put("backend", "pachyderm")
                .put("labels", new JsonObject()));
  }

  @Test
  void aPreviewKeepsWhatWasTypedAndAsksForNothing() {
    // when
    HttpResponse<String> page =
        FilledForm.of("pachyderm")
            .text("name", "demo")
            .text("p.pachd.replicas", "7")
            .file("valuesYaml", "v.yml", "etcd: {storageSize: 99Gi}".getBytes(UTF_8))
            .post(server, "/create/preview");

    // then
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("value=\"demo\"", "value=\"7\"", ">etcd: {storageSize: 99Gi}</textarea>")
        .contains("<span class=\"yours\">7</span>", "value=\"" + FilledForm.KEY + "\"");
    assertThat(calls()).isEmpty();
  }

  @Test
  void theSketchIsAPartThatFollowsWhatIsTyped() {
    // when
    HttpResponse<String> part =
        FilledForm.of("pachyderm")
            .text("name", "it's")
            .text("length", "PT4H")
            .post(server, "/create/sketch");

    // then
    assertThat(part.body())
        .doesNotContain("<html")
        .contains("./helium create 'it'\\''s'")
        .contains("It goes on 29 Nov 2026, 15:59 UTC.");
  }

  @Test
  void aFormThatIsForgedDoesNothing() {
    for (String path : List.of("/create", "/create/preview", "/create/sketch")) {
      // when
      HttpResponse<String> answer =
          new FilledForm().text("formToken", "x").text("backend", "pachyderm").post(server, path);

      // then
      assertThat(answer.statusCode()).isEqualTo(403);
    }
    assertThat(api.calls()).isEmpty();
  }

  @Test
  void whatIsTooLargeIsToldAtItsFieldOrAltogether() {
    // when
    HttpResponse<String> field =
        FilledForm.of("pachyderm")
            .text("name", "demo")
            .file("valuesYaml", "v.yml", new byte[256 * 1024 + 1])
            .post(server, "/create");
    HttpResponse<String> whole =
        FilledForm.of("helm").file("chart", "c.tgz", new byte[1024 * 1024]).post(server, "/create");
    FilledForm many = FilledForm.of("pachyderm");
    for (int i = 0; i < 1_100; i++) {
      many.text("x" + i, "");
    }

    // then
    assertThat(field.statusCode()).isEqualTo(422);
    assertThat(field.body()).contains("valuesYaml is larger than allowed.", "value=\"demo\"");
    assertThat(whole.statusCode()).isEqualTo(413);
    assertThat(many.post(server, "/create").statusCode()).isEqualTo(413);
    assertThat(calls()).isEmpty();
  }

  @Test
  void aChartMayBeLargerThanATextAndHasALimitAllTheSame() {
    // when
    HttpResponse<String> good =
        FilledForm.of("helm").file("chart", "c.tgz", new byte[768 * 1024]).post(server, "/create");
    HttpResponse<String> bad =
        FilledForm.of("helm")
            .file("chart", "c.tgz", new byte[768 * 1024 + 1])
            .post(server, "/create");

    // then
    assertThat(good.statusCode()).isEqualTo(303);
    assertThat(bad.statusCode()).isEqualTo(422);
    assertThat(bad.body()).contains("chart is larger than allowed.");
  }

  @Test
  void whatIsNoFormInPartsIsRefused() {
    // when
    HttpResponse<String> answer = new FilledForm().text("x\"; y", "z").post(server, "/create");

    // then
    assertThat(answer.statusCode()).isBetween(400, 403);
    assertThat(calls()).isEmpty();
  }

  @Test
  void onlyFormsWithFilesAreRead() {
    assertThat(server.post("/create", "formToken", Person.ADA.formToken()).statusCode())
        .isEqualTo(415);
  }

  @Test
  void whoMayOnlyLookIsToldAndHasNoButton() {
    // given
    server.look(Person.VERA);

    // when
    String page = server.get("/create/pachyderm").body();

    // then
    assertThat(page)
        .contains("Your role is to look.")
        .doesNotContain("Create the workspace</button>");
  }

  private List<ApiCall> calls() {
    return api.calls().stream().filter(call -> call.method().name().equals("POST")).toList();
  }

  private ApiCall only() {
    assertThat(calls()).hasSize(1);
    return calls().getFirst();
  }

  private static ApiAnswer refusal(String... fieldsAndRules) {
    JsonArray errors = new JsonArray();
    for (int i = 0; i < fieldsAndRules.length; i += 2) {
      errors.add(
          new JsonObject().put("field", fieldsAndRules[i]).put("rule", fieldsAndRules[i + 1]));
    }
    JsonObject problem =
        new JsonObject()
            .put("status", 422)
            .put("title", "Invalid")
            .put("detail", "")
            .put("errors", errors);
    return new ApiAnswer(422, MultiMap.caseInsensitiveMultiMap(), problem.toBuffer());
  }
}
