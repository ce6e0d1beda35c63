package dev.helium.story.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.helium.story.pages.Words.button;
import static dev.helium.story.pages.Words.heading;
import static dev.helium.story.pages.Words.link;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;

/** The page of a workspace, as somebody uses it. */
final class WorkspacePage {
  private final Page page;

  WorkspacePage(Page page) {
    this.page = page;
  }

  /** What it is in now, beside its name. */
  Locator status() {
    return page.locator(".named .status");
  }

  void untilReady() {
    assertThat(status()).hasText("Ready");
  }

  /** The receipt, which takes the place of all the rest. */
  void untilProved() {
    assertThat(heading(page, "Nothing of it is left")).isVisible();
  }

  void untilLive() {
    assertThat(page.locator("#live-state")).hasText("Live");
  }

  void extend(String length) {
    Locator form = open("Extend", "extend");
    form.locator("select").selectOption(new SelectOption().setLabel(length));
    send(form, "Extend");
    said("The workspace lives longer now.");
  }

  void protect(String why) {
    Locator form = open("Protect", "protect");
    form.getByRole(
            AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName(Pattern.compile("^Why")))
        .fill(why);
    send(form, "Protect");
    said("The workspace is protected.");
  }

  void unprotect() {
    send(open("End the protection", "unprotect"), "End the protection");
    said("The workspace is no longer protected.");
  }

  /** Asks for its end, on a page of its own, with the name typed. */
  void delete(String name) {
    link(page, "Delete").click();
    confirmDeletion(name);
    said("The workspace is on its way out.");
  }

  /** On the page that asks whether it is meant. */
  void confirmDeletion(String name) {
    page.getByLabel(Pattern.compile("^Type .* to say that you mean it$")).fill(name);
    button(page, "Delete").click();
  }

  /** What the page says once. */
  void said(String sentence) {
    assertThat(page.locator("p.note.good")).containsText(sentence);
  }

  private Locator open(String title, String word) {
    page.locator("summary").filter(new Locator.FilterOptions().setHasText(title)).first().click();
    return page.locator("form[action$='/" + word + "']");
  }

  private static void send(Locator form, String title) {
    form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(title).setExact(true))
        .click();
  }
}
