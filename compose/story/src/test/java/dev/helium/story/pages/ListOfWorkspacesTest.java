package dev.helium.story.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.helium.story.pages.Words.button;
import static dev.helium.story.pages.Words.field;
import static dev.helium.story.pages.Words.heading;
import static dev.helium.story.pages.Words.link;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many workspaces of one person: found, sorted, and changed together. */
@ExtendWith({RunningWorld.class, RealBrowser.class})
class ListOfWorkspacesTest {
  private static final Map<String, Integer> DAYS =
      Map.of("listed-ada", 9, "listed-bob", 2, "listed-cyd", 5, "listed-dan", 7);
  private static final String BROKEN = "listed-broken";

  private final Gallery gallery = Pictures.gallery();

  @Test
  void isNarrowedSortedAndChangedTogether(StoryWorld world, Chromium chromium) {
    // given
    Guests guests = new Guests(world, chromium);
    String token = guests.token("nadia", "user");
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    try (StoryClient client = guests.client(token)) {
      DAYS.forEach(
          (name, days) ->
              client.create(
                  Map.of("name", name, "expiry", today.plusDays(days).toString()), "wait=ready"));
      client.createWithValues(
          Map.of("name", BROKEN), "image: registry.example/image-pull-fails:1\n");
    }
    Tab tab = guests.signIn(token);
    Page page = tab.page();
    link(page, "Workspaces").click();
    Locator rows = page.locator("tbody tr");
    assertThat(rows).hasCount(DAYS.size() + 1);
    assertThat(page.locator("#row-" + BROKEN)).containsText("Failed");
    gallery.show(tab, "list");

    // when it is narrowed
    field(page, "Name or owner").fill("listed-c");
    // then
    assertThat(rows).hasCount(1);
    assertThat(page).hasURL(Pattern.compile("text=listed-c"));
    link(page, "Clear the filters").click();
    page.getByLabel("Failed").check();
    assertThat(rows).hasCount(1);
    assertThat(rows).containsText(BROKEN);
    field(page, "Name or owner").fill("nobody-has-this");
    assertThat(heading(page, "Nothing matches")).isVisible();
    gallery.show(tab, "list-nothing");
    link(page, "Clear the filters").first().click();

    // when it is sorted
    link(page, "Expires").click();
    // then
    assertThat(page.locator("th[aria-sort=ascending]")).containsText("Expires");
    assertThat(rows.locator("th"))
        .containsText(new String[] {"listed-bob", "listed-cyd", "listed-dan", "listed-ada"});

    // when some of them are wanted for longer
    field(page, "Select listed-bob").check();
    field(page, "Select listed-cyd").check();
    assertThat(page.locator("[data-ticked]")).hasText("2 selected");
    button(page, "Extend selected…").click();
    field(page, "Longer by").selectOption(new SelectOption().setLabel("3 days"));
    gallery.show(tab, "list-extend");
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Extend 2")))
        .click();
    // then
    assertThat(page.getByText("Done", new Page.GetByTextOptions().setExact(true))).hasCount(2);
    gallery.show(tab, "list-extended");

    // and the calendar knows
    tab.go("/list/calendar?scope=mine");
    assertThat(page.locator("#day-" + today.plusDays(5))).containsText("listed-bob");
    assertThat(page.locator("#day-" + today.plusDays(8))).containsText("listed-cyd");
    gallery.show(tab, "calendar");

    // when all are no longer needed
    tab.go("/list");
    field(page, "Select all on this page").check();
    button(page, "Delete selected…").click();
    gallery.show(tab, "list-delete");
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Delete 5")))
        .click();
    assertThat(page.getByText("Done", new Page.GetByTextOptions().setExact(true))).hasCount(5);
    link(page, "Back to the list").click();
    // then they go one after the other, before one's eyes
    page.evaluate("window.stayed = true");
    assertThat(heading(page, "You have no workspaces")).isVisible();
    assertThat(page.evaluate("window.stayed")).isEqualTo(true);
  }
}
