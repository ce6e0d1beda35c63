package dev.helium.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.support.Canned;
import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.CannedFleet;
import dev.helium.pages.support.PageServer;
import dev.helium.pages.support.Person;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {
  private final CannedApi api =
      new CannedApi()
          .answer("GET /v1/api/workspaces", Canned.page())
          .answer("GET /v1/api/summary", CannedFleet.summary());
  private final PageServer server = new PageServer(api);

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/list/selected", "/list/delete", "/list/extend"})
  void aFormWithoutTheRightTokenChangesNothing(String action) {
    for (String token : new String[] {"", "token-of-opal"}) {
      // when
      HttpResponse<String> answer = server.post(action, "formToken", token, "id", "demo-1");

      // then
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("This form is too old", "Nothing was changed.");
      assertThat(api.asked()).isEmpty();
    }
  }

  @Test
  void aFormThatNobodySendsLeadsToSigningIn() {
    // given
    server.look(null);

    // when
    HttpResponse<String> answer = server.post("/list/delete", "id", "demo-1");

    // then
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).hasValue("/sign-in?next=%2F");
    assertThat(api.asked()).isEmpty();
  }

  @Test
  void aFormHasASizeThatItDoesNotExceed() {
    // when
    HttpResponse<String> answer =
        server.post("/list/delete", "formToken", Person.ADA.formToken(), "id", "x".repeat(70_000));

    // then
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("larger than allowed");
    assertThat(api.asked()).isEmpty();
  }

  @Test
  void whatIsNoFormIsNotRead() {
    // when
    HttpResponse<String> answer = server.postText("/list/delete", "id=demo-1");

    // then
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(api.asked()).isEmpty();
  }
}
