package dev.helium.story.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.helium.story.pages.Words.button;
import static dev.helium.story.pages.Words.field;
import static dev.helium.story.pages.Words.heading;
import static dev.helium.story.pages.Words.link;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.helium.browser.Chromium;
import dev.helium.browser.Tab;
import dev.helium.browser.junit.RealBrowser;
import dev.helium.story.RunningWorld;
import dev.helium.story.StoryWorld;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same in a browser that runs no scripts: nothing is live, and everything works. */
@ExtendWith({RunningWorld.class, RealBrowser.class})
class WithoutScriptsTest {
  private static final String NAME = "without-scripts";
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration AGAIN = Duration.ofMillis(300);

  @Test
  void aWorkspaceIsMadeExtendedAndDeleted(StoryWorld world, Chromium chromium) {
    // given
    Guests guests = new Guests(world, chromium);
    Tab tab = guests.strangerWithoutScripts();
    Guests.signIn(tab, guests.token("nils", "user"));
    Page page = tab.page();
    WorkspacePage workspace = new WorkspacePage(page);

    // when
    link(page, "Create your first workspace").click();
    page.locator("a.backend[href$=namespace]").click();
    field(page, "Name").fill(NAME);
    field(page, "Values as YAML").fill("replicas: 1\n");
    button(page, "Preview").click();
    assertThat(page.locator("#helium-command")).containsText(NAME);
    button(page, "Create the workspace").click();

    // then
    workspace.said("The workspace was asked for.");
    untilShown(page, page.locator(".named .status.ready"));

    // when, then
    workspace.extend("1 day");
    tab.go("/list");
    field(page, "Name or owner").fill("without");
    button(page, "Apply").click();
    link(page, NAME).click();

    // when, then
    workspace.delete(NAME);
    untilShown(page, heading(page, "Nothing of it is left"));
  }

  private static void untilShown(Page page, Locator what) {
    await()
        .atMost(LIMIT)
        .pollInterval(AGAIN)
        .until(
            () -> {
              page.reload();
              return what.isVisible();
            });
  }
}
