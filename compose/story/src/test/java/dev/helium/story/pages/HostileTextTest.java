package dev.helium.story.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.helium.story.pages.Words.button;
import static dev.helium.story.pages.Words.field;
import static dev.helium.story.pages.Words.heading;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.helium.browser.Chromium;
import dev.helium.browser.Tab;
import dev.helium.browser.junit.RealBrowser;
import dev.helium.story.RunningWorld;
import dev.helium.story.StoryClient;
import dev.helium.story.StoryWorld;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Text of others is shown and never becomes part of a page. */
@ExtendWith({RunningWorld.class, RealBrowser.class})
class HostileTextTest {
  private static final String NAME = "hostile-text";
  private static final String RUN = "document.title='taken'";

  /** Each in its own way breaks out of where it stands, and then runs something. */
  private static final List<String> PAYLOADS =
      List.of(
          "<script>" + RUN + "</script>",
          "\"><img src=x onerror=\"" + RUN + "\">",
          "'><svg onload=" + RUN + ">",
          "</title></textarea></pre><iframe srcdoc=\"<script>parent." + RUN + "</script>\">",
          "javascript:" + RUN,
          "${7*7}{{7*7}}<%= 7*7 %>",
          "&lt;img src=x onerror=" + RUN + "&gt;");

  /** Of a field for one. */
  private static final int LONGEST_NAME = 63;

  /** What no page has of its own. */
  private static final String FOREIGN =
      "body img, body iframe, body script, body object, body embed, body base,"
          + " [onerror], [onload], [onclick], [srcdoc], a[href^='javascript']";

  @Test
  void nothingThatPeopleWriteRuns(StoryWorld world, Chromium chromium) {
    // given somebody with such a name, who says such things
    Guests guests = new Guests(world, chromium);
    String token = guests.token(PAYLOADS.get(1), "operator");
    try (StoryClient client = guests.client(token)) {
      client.create(Map.of("name", NAME), "wait=ready");
      for (String payload : PAYLOADS) {
        assertThat(client.act(NAME, "protect", Map.of("why", payload)).status()).isEqualTo(202);
      }
    }
    Tab tab = guests.signIn(token);

    // when, then
    String text = URLEncoder.encode(PAYLOADS.getFirst(), StandardCharsets.UTF_8);
    for (String path :
        List.of(
            "/",
            "/get/" + NAME,
            "/get/" + NAME + "/events",
            "/get/" + NAME + "/why",
            "/get/" + NAME + "/delete",
            "/list?scope=all&sort=-created&text=" + text,
            "/list?scope=mine",
            "/list/calendar?scope=all",
            "/create/namespace?name=" + text,
            "/operate",
            "/operate/expiries",
            "/operate/events?workspace=" + NAME + "&since=start",
            "/operate/quotas?owner=" + text)) {
      tab.go(path);
      requireHarmless(tab.page());
    }
    tab.expect(404);
    tab.go("/get/" + text);
    requireHarmless(tab.page());
    tab.go("/nowhere/" + text);
    requireHarmless(tab.page());
    Tab nobody = guests.stranger();
    nobody.go("/sign-in?next=" + text);
    requireHarmless(nobody.page());
    try (StoryClient client = guests.client(token)) {
      client.act(NAME, "unprotect");
      client.delete(NAME);
    }
  }

  @Test
  void nothingThatIsTypedIntoAFormRuns(StoryWorld world, Chromium chromium) {
    // given
    Guests guests = new Guests(world, chromium);
    Tab tab = guests.signIn(guests.token("forma", "user"));
    tab.expect(422);
    for (int at = 0; at < PAYLOADS.size(); at += 3) {
      String name = payload(at);
      String value = payload(at + 2);
      // when
      Page page = tab.go("/create/namespace");
      field(page, "Name").fill(name);
      page.getByLabel("Labels").fill("team=" + payload(at + 1));
      field(page, "Values as YAML").fill("image: '" + value.replace("'", "''") + "'\n");
      assertThat(page.locator("#curl-command")).containsText("values.yaml");
      requireHarmless(page);
      button(page, "Create the workspace").click();
      // then
      assertThat(heading(page, "Nothing was asked for yet")).isVisible();
      assertThat(field(page, "Name"))
          .hasValue(name.substring(0, Math.min(name.length(), LONGEST_NAME)));
      requireHarmless(page);
    }
  }

  @Test
  void noNameOfAFileRuns(StoryWorld world, Chromium chromium) {
    // given
    Guests guests = new Guests(world, chromium);
    Tab tab = guests.signIn(guests.token("felix", "user"));
    tab.expect(422);
    Page page = tab.go("/create/helm");
    // when
    page.locator("#f-chart")
        .setInputFiles(
            new FilePayload(
                "<img src=x onerror=" + RUN + ">.tgz",
                "application/gzip",
                "no chart".getBytes(StandardCharsets.UTF_8)));
    button(page, "Create the workspace").click();
    // then
    assertThat(heading(page, "Nothing was asked for yet")).isVisible();
    requireHarmless(page);
  }

  private static String payload(int number) {
    return PAYLOADS.get(number % PAYLOADS.size());
  }

  private static void requireHarmless(Page page) {
    assertThat(page.locator(FOREIGN)).hasCount(0);
    assertThat(page.title()).doesNotContain("taken").endsWith("Helium");
    assertThat(page.locator("body")).not().containsText("4949");
  }
}
