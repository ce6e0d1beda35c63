package dev.helium.story.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.helium.story.pages.Words.button;
import static dev.helium.story.pages.Words.heading;

import com.microsoft.playwright.Page;
import dev.helium.browser.Chromium;
import dev.helium.browser.Tab;
import dev.helium.browser.junit.RealBrowser;
import dev.helium.story.RunningWorld;
import dev.helium.story.StoryWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything by Tab, Enter, the space bar and typing; no mouse. */
@ExtendWith({RunningWorld.class, RealBrowser.class})
class KeyboardTest {
  private static final String NAME = "by-keyboard";

  @Test
  void aWholeLifeNeedsNoMouse(StoryWorld world, Chromium chromium) {
    // given
    Guests guests = new Guests(world, chromium);
    String token = guests.token("kim", "user");
    Tab tab = guests.stranger();
    Page page = tab.go("/sign-in");
    Keys keys = new Keys(page);
    WorkspacePage workspace = new WorkspacePage(page);

    // when, then
    keys.press("Tab");
    keys.requireOn("Skip to the content");
    keys.to("Token").type(token).press("Enter");
    assertThat(heading(page, "Overview")).isVisible();
    keys.to("Create your first workspace").press("Enter");
    assertThat(heading(page, "Create a workspace")).isVisible();
    keys.toFirst("namespace").press("Enter");
    assertThat(page.locator("#f-name")).isVisible();
    keys.to("Name").type(NAME);
    keys.to("For").type("3");
    keys.to("Values as YAML").type("replicas: 1");
    keys.to("Create the workspace").press("Enter");
    workspace.said("The workspace was asked for.");
    workspace.untilReady();

    // when, then
    keys.to("Extend").press("Enter");
    keys.to("Longer by").type("3");
    keys.to("Extend").press("Enter");
    workspace.said("The workspace lives longer now.");

    // when, then
    keys.to("Protect").press("Enter");
    keys.to("Why").type("I am not done");
    keys.press("Enter");
    workspace.said("The workspace is protected.");
    keys.to("End the protection").press("Enter");
    keys.press("Tab");
    keys.requireOn("End the protection");
    keys.press("Enter");
    workspace.said("The workspace is no longer protected.");

    // when, then in the list, where it is ticked
    keys.to("Workspaces").press("Enter");
    assertThat(heading(page, "Workspaces")).isVisible();
    keys.to("Select " + NAME).press("Space");
    keys.to("Delete selected…").press("Enter");
    assertThat(button(page, "Delete 1 workspace")).isVisible();
    keys.to("Delete 1 workspace").press("Enter");
    assertThat(page.getByText("Done", new Page.GetByTextOptions().setExact(true))).isVisible();
    keys.to(NAME).press("Enter");
    workspace.untilProved();

    // when, then
    keys.to("kim").press("Enter");
    keys.to("Sign out").press("Enter");
    assertThat(heading(page, "You have signed out")).isVisible();
  }
}
