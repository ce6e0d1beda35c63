package dev.helium.pages.follow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.helium.browser.Chromium;
import dev.helium.browser.Tab;
import dev.helium.browser.junit.RealBrowser;
import dev.helium.pages.ApiAnswer;
import dev.helium.pages.support.Canned;
import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.CannedLife;
import dev.helium.pages.support.PageServer;
import dev.helium.pages.support.Person;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A form that is open while another changes the workspace, in a real browser. */
@ExtendWith(RealBrowser.class)
class OpenFormTest {
  private static final String ONE = "/v1/api/workspace/demo";
  private static final String SEEN = "\"1-2-a\"";
  private static final String LATER = "\"1-3-b\"";

  private final AtomicReference<ApiAnswer> present =
      new AtomicReference<>(CannedLife.tagged(workspace(), SEEN));
  private final CannedApi api =
      new CannedApi()
          .answer(
              "GET " + ONE,
              call -> call.uri().equals(ONE) ? present.get() : CannedApi.problem(503, "No."))
          .refuse("POST " + ONE + "/extend", 412, "The workspace has changed.");
  private final PageServer server = new PageServer(api);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void whoeverIsOvertakenWhileTheyTypeIsToldSo(Chromium chromium) {
    // given
    Tab tab = chromium.open(server.address());
    Page page = tab.go("/get/demo");
    Locator form = open(page);
    form.locator("input[name=why]").fill("for the tests");

    // when
    overtake(page);

    // then
    assertThat(form.locator("input[name=why]")).hasValue("for the tests");
    assertThat(form.locator("input[name=seen]")).hasValue(SEEN);

    // when
    tab.expect(412);
    form.getByRole(AriaRole.BUTTON).click();

    // then
    assertThat(page.getByRole(AriaRole.ALERT))
        .containsText("Somebody has changed the workspace since you looked. Nothing was done.");
    assertThat(
            api.calls().stream()
                .filter(call -> call.method().equals(HttpMethod.POST))
                .map(call -> call.headers().get("If-Match")))
        .containsExactly(SEEN);
    assertThat(page.locator("input[name=seen]")).hasValue(LATER);
  }

  @Test
  void whoeverOpensItAfterwardsMeansWhatTheySee(Chromium chromium) {
    // given
    Page page = chromium.open(server.address()).go("/get/demo");
    Locator form = open(page);
    overtake(page);
    page.locator("#act-extend > summary").click();

    // when
    page.locator("#act-extend > summary").click();

    // then
    assertThat(form.locator("input[name=seen]")).hasValue(LATER);
    assertThat(page.locator("form[action$='/shorten'] input[name=seen]")).hasValue(LATER);
  }

  private static Locator open(Page page) {
    assertThat(page.locator("#live-state")).hasText("Live");
    page.locator("#act-extend > summary").click();
    return page.locator("form[action$='/extend']");
  }

  /** Somebody protects it, which the page shows. */
  private void overtake(Page page) {
    present.set(
        CannedLife.tagged(
            workspace().put("Protection", CannedLife.protection("grace@example.com", "the fair")),
            LATER));
    server.tell("dev.helium.workspace.protected.v1");
    assertThat(page.locator(".shielded")).containsText("the fair");
  }

  private static JsonObject workspace() {
    return Canned.workspace("demo", "ready", Person.ADA.name());
  }
}
