package dev.helium.story.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.helium.story.pages.Words.button;
import static dev.helium.story.pages.Words.field;
import static dev.helium.story.pages.Words.heading;
import static dev.helium.story.pages.Words.link;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import dev.helium.browser.Chromium;
import dev.helium.browser.Gallery;
import dev.helium.browser.Tab;
import dev.helium.browser.junit.RealBrowser;
import dev.helium.story.RunningWorld;
import dev.helium.story.StoryClient;
import dev.helium.story.StoryWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One person and one workspace, from the empty overview to the receipt. */
@ExtendWith({RunningWorld.class, RealBrowser.class})
class WholeLifeTest {
  private static final String NAME = "whole-life";

  /** Gone when the page is loaded again. */
  private static final String MARK = "window.stayed = true";

  private final Gallery gallery = Pictures.gallery();

  @Test
  void fromTheFirstPageToTheProofThatItIsGone(StoryWorld world, Chromium chromium) {
    Guests guests = new Guests(world, chromium);
    String token = guests.token("opal", "user");
    Tab tab = guests.stranger();
    Page page = tab.go("/list");
    WorkspacePage workspace = new WorkspacePage(page);

    // when somebody comes who is not known
    assertThat(page).hasURL(Pattern.compile("/sign-in\\?next="));
    gallery.show(tab, "sign-in");
    Guests.signIn(tab, token);

    // then there is nothing yet, and what to do about it
    gallery.show(tab, "start-empty");
    link(page, "Create your first workspace").click();
    gallery.show(tab, "catalog");
    page.locator("a.backend[href$=namespace]").click();

    // when the form is filled in wrongly, and then well
    field(page, "Name").fill("No Name");
    field(page, "For").selectOption(new SelectOption().setLabel("3 days"));
    page.getByLabel("Labels").fill("team=blue\nstage=try-out");
    field(page, "Values as YAML").fill("replicas: 2\nreadyAfter: 6s\n");
    assertThat(page.locator("#helium-command")).containsText("stage=try-out");
    gallery.show(tab, "create");
    tab.expect(422);
    button(page, "Create the workspace").click();
    assertThat(heading(page, "Nothing was asked for yet")).isVisible();
    gallery.show(tab, "create-refused");
    field(page, "Name").fill(NAME);
    button(page, "Create the workspace").click();

    // then it is followed without loading the page again
    page.waitForURL("**/get/" + NAME + "**");
    workspace.said("The workspace was asked for.");
    page.evaluate(MARK);
    gallery.show(tab, "creating");
    workspace.untilReady();
    assertThat(page.evaluate("window.stayed")).isEqualTo(true);
    gallery.show(tab, "ready");

    // when it is wanted for longer
    try (StoryClient client = guests.client(token)) {
      Instant before = Instant.parse(client.get(NAME).text("Expiry"));
      workspace.extend("3 days");
      assertThat(Instant.parse(client.get(NAME).text("Expiry")))
          .isEqualTo(before.plus(Duration.ofDays(3)));
    }

    // when somebody is about to delete it who does not know that it is protected meanwhile
    Tab other = tab.beside();
    other.go("/get/" + NAME + "/delete");
    gallery.show(other, "delete");
    workspace.protect("the demo runs");
    gallery.show(tab, "protected");
    other.expect(409);
    new WorkspacePage(other.page()).confirmDeletion(NAME);

    // then it stays, and the page says why
    assertThat(other.page().getByRole(AriaRole.ALERT)).containsText("the demo runs");
    gallery.show(other, "delete-refused");
    workspace.unprotect();

    // when it is changed
    link(page, "Change what it is made of").click();
    assertThat(field(page, "Name")).hasValue(NAME);
    field(page, "Values as YAML").fill("replicas: 3\n");
    button(page, "Change the workspace").click();
    workspace.said("The change was asked for.");
    assertThat(page.locator(".pods-count")).containsText("3 of 3 pods ready");
    workspace.untilReady();
    for (String more : new String[] {"events", "why"}) {
      tab.go("/get/" + NAME + "/" + more);
      gallery.show(tab, more);
    }
    tab.go("/");
    gallery.show(tab, "start");

    // when it is no longer needed
    tab.go("/get/" + NAME);
    workspace.delete(NAME);
    page.evaluate(MARK);
    workspace.untilProved();
    assertThat(page.evaluate("window.stayed")).isEqualTo(true);
    gallery.show(tab, "gone");
    link(page, "The receipt alone, to print or keep").click();
    gallery.show(tab, "receipt");
  }
}
