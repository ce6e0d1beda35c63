package dev.helium.story.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.helium.story.pages.Words.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.helium.browser.Chromium;
import dev.helium.browser.Tab;
import dev.helium.browser.junit.RealBrowser;
import dev.helium.launcher.stack.ServiceName;
import dev.helium.story.RunningWorld;
import dev.helium.story.StoryClient;
import dev.helium.story.StoryWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages that stay open while others change things, and while parts of Helium die. */
@ExtendWith({RunningWorld.class, RealBrowser.class})
class TogetherTest {
  private static final int ROUNDS = 5;

  /** On a machine that does everything else, too; how long it took is printed. */
  private static final Page.WaitForConditionOptions SOON =
      new Page.WaitForConditionOptions().setTimeout(10_000);

  /** Notes in the page itself when a text is first there. */
  private static final String WATCH =
      """
      text => {
        window.watching?.disconnect()
        window.seen = 0
        const look = () => {
          if (!window.seen && document.getElementById('state').textContent.includes(text)) window.seen = Date.now()
        }
        window.watching = new MutationObserver(look)
        window.watching.observe(document.body, {subtree: true, childList: true, characterData: true})
      }
      """;

  /** What a page says whose server is away. */
  private static final Pattern AWAY =
      Pattern.compile("net::ERR_|console: htmx:|answer: 503|status of 503|Code 503");

  @Test
  void oneSeesWhatAnotherDoes(StoryWorld world, Chromium chromium) {
    // given
    String name = "seen-by-two";
    Guests guests = new Guests(world, chromium);
    Tab actor = guests.signIn(guests.token("olga", "operator"));
    String token = guests.token("ulla", "user");
    try (StoryClient client = guests.client(token)) {
      client.create(Map.of("name", name), "wait=ready");
    }
    Tab watcher = guests.signIn(token);
    Page seen = watcher.go("/get/" + name);
    new WorkspacePage(seen).untilLive();
    List<Long> milliseconds = new ArrayList<>();

    // when
    for (int round = 1; round <= ROUNDS; round++) {
      String why = "round " + round + " of two browsers";
      seen.evaluate(WATCH, why);
      Page page = actor.go("/get/" + name + "/protect");
      page.getByLabel(Pattern.compile("^Why")).fill(why);
      long sent = System.currentTimeMillis();
      button(page, "Protect").click();
      // then
      seen.waitForCondition(() -> seenAt(seen) > 0, SOON);
      milliseconds.add(seenAt(seen) - sent);
    }
    System.out.println(
        "From a click in one browser to the change in another: " + milliseconds + " ms");
  }

  @Test
  void aPageOutlivesTheGateway(StoryWorld world, Chromium chromium) {
    // given
    String name = "outlives-gateway";
    Guests guests = new Guests(world, chromium);
    String token = guests.token("gail", "user");
    Tab tab = guests.signIn(token);
    try (StoryClient client = guests.client(token)) {
      client.create(Map.of("name", name), "wait=ready");
      Page page = tab.go("/get/" + name);
      WorkspacePage workspace = new WorkspacePage(page);
      workspace.untilLive();
      page.evaluate("window.stayed = true");

      // when
      world.kill(ServiceName.API_GATEWAY);
      assertThat(page.locator("#live-state")).hasText("Reconnecting…");
      assertThat(page.locator("h1")).hasText(name);
      world.start(ServiceName.API_GATEWAY);

      // then it goes on, and nobody has to sign in again
      workspace.untilLive();
      assertThat(client.act(name, "protect", Map.of("why", "the gateway is back")).status())
          .isEqualTo(202);
      assertThat(page.locator("#state")).containsText("the gateway is back");
      assertThat(page.evaluate("window.stayed")).isEqualTo(true);
      tab.forgive(AWAY.asPredicate());
      workspace.unprotect();
    }
  }

  private static long seenAt(Page page) {
    return ((Number) page.evaluate("window.seen")).longValue();
  }
}
