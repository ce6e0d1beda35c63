package dev.helium.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.support.Markup;
import org.junit.jupiter.api.Test;

class SignInPageTest {
  @Test
  void anIssuersWayAndATokensAreOfferedWhereTheyAre() {
    // when
    String both = html(new SignInForm("/list?scope=all", true, true, "t", ""));
    String issuer = html(new SignInForm("/", true, false, "t", ""));
    String neither = html(new SignInForm("/", false, false, "t", ""));

    // then
    assertThat(new Markup(both).values("href"))
        .contains("/sign-in/start?next=%2Flist%3Fscope%3Dall");
    assertThat(new Markup(both).values("action")).containsExactly("/sign-in");
    assertThat(both).contains("name=\"next\" value=\"/list?scope=all\"");
    assertThat(issuer).doesNotContain("type=\"password\"");
    assertThat(neither).contains("Nobody can sign in here.");
  }

  @Test
  void whatWentWrongIsSaidAsText() {
    // when
    String html = html(new SignInForm("/\"><script>", true, true, "\"><b>", "<b>No</b>"));

    // then
    assertThat(html).contains("&lt;b&gt;No").doesNotContain("<b>", "<script>");
  }

  @Test
  void whoHasNotSignedInIsShownNoWayIntoTheSite() {
    // when
    String html = html(new SignInForm("/", true, true, "t", ""));

    // then
    assertThat(html).doesNotContain("href=\"/create\"", "href=\"/operate\"", "Sign out");
  }

  private static String html(SignInForm form) {
    return SignInPage.render(form).toString();
  }
}
