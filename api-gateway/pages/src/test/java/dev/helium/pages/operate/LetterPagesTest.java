package dev.helium.pages.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.CannedPast;
import dev.helium.pages.support.PageServer;
import dev.helium.pages.support.Person;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterPagesTest {
  private static final String LIST = "/operate/dead-letters";
  private static final String PAGE = LIST + "/37";
  private static final String ONE = "/v1/api/dead-letters/37";
  private static final String TOKEN = "formToken";
  private static final String ADAMS = Person.ADAM.formToken();

  private final CannedApi api =
      new CannedApi()
          .answer("GET /v1/api/dead-letters", CannedPast.letters(CannedPast.letter(37, "waiting")))
          .answer("GET " + ONE, CannedPast.withContent(CannedPast.letter(37, "waiting")));
  private final PageServer server = new PageServer(api);

  @BeforeEach
  void administer() {
    server.look(Person.ADAM);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void lettersThatWaitAreListedWithWhereAndWhy() {
    // when
    String page = server.get(LIST).body();

    // then
    assertThat(api.asked()).containsExactly("GET /v1/api/dead-letters?limit=50");
    assertThat(page)
        .contains("<a class=\"row-name\" href=\"" + PAGE + "\">37</a>")
        .contains("helium.commands/4/1207", "the type is not one that is known here")
        .contains("href=\"/get/checkout\"", "dev.helium.command.teleport.v1", "provisioner")
        .contains("1 dead letter in all", "./helium dead-letters redrive all --dry-run")
        .doesNotContain("This is done from a terminal.");
  }

  @Test
  void allAreListedWithWhatBecameOfThemPageByPage() {
    // given
    api.answer(
        "GET /v1/api/dead-letters",
        CannedPast.letters(CannedPast.letter(38, "dropped"), CannedPast.letter(39, "re-driven"))
            .put("Next", "/v1/api/dead-letters?after=39&limit=50&all=true")
            .put("More", true)
            .put("NoLetters", 2));

    // when
    String page = server.get(LIST + "?all=true&after=12").body();

    // then
    assertThat(api.asked()).containsExactly("GET /v1/api/dead-letters?all=true&after=12&limit=50");
    assertThat(page)
        .contains("Dropped", "Sent again", "by adam@example.com")
        .contains("href=\"" + LIST + "?all=true&amp;after=39\"")
        .contains("There are more than these", "2 records of the topic are no letters");
  }

  @Test
  void noneSaysSo() {
    // given
    api.answer("GET /v1/api/dead-letters", CannedPast.letters());

    // when, then
    assertThat(server.get(LIST).body()).contains("No dead letter waits");
    assertThat(server.get(LIST + "?all=true").body()).contains("There are no dead letters");
  }

  @Test
  void oneSaysItsHeadersAndTheDigestOfItsBody() {
    // when
    String page = server.get(PAGE).body();

    // then
    assertThat(page)
        .contains("Dead letter 37", "71 bytes", "0f".repeat(32), "ce_subject", "… and 3 more.")
        .contains("action=\"" + PAGE + "/redrive\"", "action=\"" + PAGE + "/drop\"")
        .contains("./helium dead-letters show 37 --body");
  }

  @Test
  void operatorsLookAndAdminsDeal() {
    // given
    server.look(Person.OPAL);

    // when
    HttpResponse<String> answer = server.get(PAGE);

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("Admins may send it again or drop it.")
        .doesNotContain("action=\"" + PAGE);
  }

  @Test
  void anEventIsNotOfferedToBeSentAgain() {
    // given
    api.answer("GET " + ONE, CannedPast.one(CannedPast.event(37)));

    // when
    String page = server.get(PAGE).body();

    // then
    assertThat(page)
        .contains("An event is never sent again", "Gone: it was too large for a letter")
        .contains("action=\"" + PAGE + "/drop\"")
        .doesNotContain("action=\"" + PAGE + "/redrive\"");
  }

  @Test
  void whatWasDealtWithSaysHowAndOffersNothing() {
    // given
    api.answer("GET " + ONE, CannedPast.one(CannedPast.letter(37, "dropped")));

    // when, then
    assertThat(server.get(PAGE).body())
        .contains("Dropped by adam@example.com", "sent again through the API")
        .doesNotContain("action=\"" + PAGE);
  }

  @Test
  void itIsSentAgainOnceOrOnlyLookedAt() {
    // given
    api.answer("POST " + ONE + "/redrive", CannedPast.one(CannedPast.letter(37, "re-driven")));

    // when
    HttpResponse<String> sent = server.post(PAGE + "/redrive", TOKEN, ADAMS);
    HttpResponse<String> looked =
        server.post(PAGE + "/redrive", TOKEN, ADAMS, "force", "true", "dryRun", "true");

    // then
    assertThat(sent.headers().firstValue("location")).hasValue(PAGE + "?done=redriven");
    assertThat(looked.headers().firstValue("location")).hasValue(PAGE + "?done=redrivable");
    assertThat(api.asked())
        .containsExactly(
            "POST " + ONE + "/redrive", "POST " + ONE + "/redrive?force=true&dryRun=true");
  }

  @Test
  void whatIsRefusedIsSaidAtItsForm() {
    // given
    api.refuse("POST " + ONE + "/redrive", 409, "It still cannot be read: the type is unknown.")
        .refuse("POST " + ONE + "/drop", 409, "It was dropped before, by ann.");

    // when
    HttpResponse<String> redriven = server.post(PAGE + "/redrive", TOKEN, ADAMS);
    HttpResponse<String> dropped = server.post(PAGE + "/drop", TOKEN, ADAMS, "why", "told so");

    // then
    assertThat(redriven.statusCode()).isEqualTo(422);
    assertThat(redriven.body()).contains("It still cannot be read: the type is unknown.");
    assertThat(dropped.statusCode()).isEqualTo(422);
    assertThat(dropped.body())
        .contains("It was dropped before, by ann.", "value=\"told so\"", "aria-invalid=\"true\"");
  }

  @Test
  void itIsDroppedWithAReason() {
    // given
    api.answer("POST " + ONE + "/drop", CannedPast.one(CannedPast.letter(37, "dropped")));

    // when
    HttpResponse<String> answer =
        server.post(PAGE + "/drop", TOKEN, ADAMS, "why", " sent again by hand ");

    // then
    assertThat(answer.headers().firstValue("location")).hasValue(PAGE + "?done=dropped");
    assertThat(new JsonObject(api.calls().getLast().body()))
        .isEqualTo(new JsonObject().put("why", "sent again by hand"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/redrive", "/drop"})
  void nothingIsDoneByAForgedForm(String action) {
    // when
    HttpResponse<String> answer =
        server.post(PAGE + action, TOKEN, "of-somebody-else", "why", "none");

    // then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(api.asked()).isEmpty();
  }

  @Test
  void aNumberThatThereIsNotIsNotFound() {
    // given
    api.refuse("GET /v1/api/dead-letters/", 404, "There is no such dead letter.");

    // when, then
    assertThat(server.get(LIST + "/..%2F..").statusCode()).isEqualTo(404);
    assertThat(api.asked()).containsExactly("GET /v1/api/dead-letters/..%2F..");
  }
}
