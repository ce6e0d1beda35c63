package dev.helium.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.support.Canned;
import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.CannedFleet;
import dev.helium.pages.support.PageServer;
import dev.helium.pages.web.PageHeaders;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SiteTest {
  private final CannedApi api =
      new CannedApi()
          .answer("GET /v1/api/workspaces", Canned.page())
          .answer("GET /v1/api/summary", CannedFleet.summary());
  private final PageServer server = new PageServer(api);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void whoIsNobodySignsInFirstAndThenComesBack() {
    // given
    server.look(null);

    // when
    HttpResponse<String> answer = server.get("/?done=deleted");

    // then
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location"))
        .hasValue("/sign-in?next=%2F%3Fdone%3Ddeleted");
    assertThat(api.asked()).isEmpty();
  }

  @Test
  void aPartOfAPageThatNobodyAsksForHasTheWholePageLoadedAnew() {
    // given
    server.look(null);

    // when
    HttpResponse<String> answer = server.get("/start/glance");

    // then
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("hx-refresh")).hasValue("true");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void whomTheApiDoesNotKnowAnyMoreSignsInAgain() {
    // given
    api.refuse("GET /v1/api/workspaces", 401, "The token is wrong.");

    // when
    HttpResponse<String> answer = server.get("/");

    // then
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).hasValue("/sign-in?next=%2F");
  }

  @Test
  void everyPageTellsTheBrowserHowLittleItMayDo() {
    // when
    HttpResponse<String> answer = server.get("/");

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-security-policy")).hasValue(PageHeaders.POLICY);
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("x-frame-options")).hasValue("DENY");
    assertThat(PageHeaders.POLICY).doesNotContain("unsafe");
  }

  @Test
  void aPageIsPackedUnlessAnotherSiteHadItAskedFor() {
    // when
    HttpResponse<byte[]> own =
        server.bytes("/", "accept-encoding", "gzip", "sec-fetch-site", "same-origin");
    HttpResponse<byte[]> foreign =
        server.bytes("/", "accept-encoding", "gzip", "sec-fetch-site", "cross-site");

    // then
    assertThat(own.headers().firstValue("content-encoding")).hasValue("gzip");
    assertThat(foreign.headers().firstValue("content-encoding")).isEmpty();
  }

  @Test
  void whatTheApiRefusesIsSaidInPlainWords() {
    // given
    api.refuse("GET /v1/api/workspaces", 503, "The view has not caught up.");

    // when
    HttpResponse<String> answer = server.get("/");

    // then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body())
        .contains("Not available at the moment", "The view has not caught up.", "Nothing is lost");
  }

  @Test
  void onlyWhatIsOnTheListIsSaidAfterwards() {
    // when
    String known = server.get("/?done=deleted").body();
    String unknown = server.get("/?done=Call%20us%20at%20evil.example").body();

    // then
    assertThat(known).contains("The workspace is on its way out.");
    assertThat(unknown).doesNotContain("evil.example").doesNotContain("class=\"note good\"");
  }
}
