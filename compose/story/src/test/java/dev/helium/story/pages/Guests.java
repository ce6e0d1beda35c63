package dev.helium.story.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.helium.browser.Chromium;
import dev.helium.browser.Tab;
import dev.helium.launcher.token.NewToken;
import dev.helium.launcher.token.TokensFile;
import dev.helium.story.StoryClient;
import dev.helium.story.StoryWorld;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** People who come with a browser of their own, and with a token that was handed out to them. */
final class Guests {
  private static final Duration KNOWN_AT_LAST = Duration.ofSeconds(60);

  private final StoryWorld world;
  private final Chromium chromium;

  Guests(StoryWorld world, Chromium chromium) {
    this.world = world;
    this.chromium = chromium;
  }

  /** A new token, once the gateway knows it. */
  String token(String name, String role) {
    String secret = NewToken.secret(new SecureRandom());
    new TokensFile(world.home().tokens())
        .add(
            new NewToken(UUID.randomUUID().toString(), name, role, List.of(), Instant.MAX, ""),
            secret);
    try (StoryClient client = client(secret)) {
      await()
          .atMost(KNOWN_AT_LAST)
          // Each that comes too early is a line in the audit.
          .pollInterval(Duration.ofMillis(500))
          .until(() -> client.list().status() == 200);
    }
    return secret;
  }

  /** Whoever has the token, at a terminal. */
  StoryClient client(String token) {
    try (StoryClient any = world.client()) {
      return any.withToken(token);
    }
  }

  /** Somebody who has not signed in. */
  Tab stranger() {
    return chromium.open(world.api().toString());
  }

  /** The same without scripts. */
  Tab strangerWithoutScripts() {
    return chromium.openWithoutScripts(world.api().toString());
  }

  /** Somebody who has just signed in, and sees the overview. */
  Tab signIn(String token) {
    Tab tab = stranger();
    signIn(tab, token);
    return tab;
  }

  static void signIn(Tab tab, String token) {
    Page page = tab.go("/sign-in");
    page.getByLabel("Token", new Page.GetByLabelOptions().setExact(true)).fill(token);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in with a token"))
        .click();
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Overview")))
        .isVisible();
  }
}
