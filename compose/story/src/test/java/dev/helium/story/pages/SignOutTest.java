package dev.helium.story.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.helium.story.pages.Words.button;
import static dev.helium.story.pages.Words.heading;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import dev.helium.browser.Chromium;
import dev.helium.browser.Tab;
import dev.helium.browser.junit.RealBrowser;
import dev.helium.story.RunningWorld;
import dev.helium.story.StoryWorld;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is left of somebody who has signed out: nothing, here or where it was copied to. */
@ExtendWith({RunningWorld.class, RealBrowser.class})
class SignOutTest {
  private static final Pattern SIGN_IN = Pattern.compile("/sign-in");

  @Test
  void whoeverSignsOutIsNobodyAndSoIsWhoeverHasACopy(StoryWorld world, Chromium chromium) {
    // given
    Guests guests = new Guests(world, chromium);
    Tab tab = guests.signIn(guests.token("sasha", "user"));
    List<Cookie> cookies = tab.context().cookies();
    assertThat(cookies).isNotEmpty();
    for (Cookie cookie : cookies) {
      assertThat(cookie.httpOnly).as(cookie.name).isTrue();
      assertThat(cookie.sameSite).as(cookie.name).isNotNull().isNotEqualTo(SameSiteAttribute.NONE);
    }
    assertThat(tab.page().evaluate("document.cookie")).isEqualTo("");
    Tab thief = guests.stranger();
    thief.context().addCookies(cookies);
    // What a page that is open asks for then.
    thief.expect(401);
    assertThat(heading(thief.go("/"), "Overview")).isVisible();

    // when
    Page page = tab.go("/list");
    page.locator("details.menu summary").click();
    button(page, "Sign out").click();

    // then
    assertThat(heading(page, "You have signed out")).isVisible();
    Pictures.gallery().show(tab, "signed-out");
    page.goBack();
    assertThat(page).hasURL(SIGN_IN);
    assertThat(thief.go("/list")).hasURL(SIGN_IN);
  }

  @Test
  void aTokenThatIsNoneIsToldSo(StoryWorld world, Chromium chromium) {
    // given
    Tab tab = new Guests(world, chromium).stranger();
    tab.expect(401);
    Page page = tab.go("/sign-in?next=//elsewhere.example/");
    // when
    Words.field(page, "Token").fill("no-token-of-anybody");
    button(page, "Sign in with a token").click();
    // then
    assertThat(page.getByText("Nobody can sign in with this token.")).isVisible();
    assertThat(page.content()).doesNotContain("no-token-of-anybody").doesNotContain("elsewhere");
    Pictures.gallery().show(tab, "sign-in-refused");
  }
}
