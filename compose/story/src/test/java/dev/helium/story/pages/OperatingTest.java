package dev.helium.story.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.helium.story.pages.Words.button;
import static dev.helium.story.pages.Words.field;
import static dev.helium.story.pages.Words.link;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import dev.helium.browser.Chromium;
import dev.helium.browser.Gallery;
import dev.helium.browser.Tab;
import dev.helium.browser.junit.RealBrowser;
import dev.helium.story.RunningWorld;
import dev.helium.story.StoryClient;
import dev.helium.story.StoryWorld;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What those see who run this Helium, and what others see of it. */
@ExtendWith({RunningWorld.class, RealBrowser.class})
class OperatingTest {
  private static final List<String> PAGES =
      List.of(
          "expiries",
          "orphans",
          "quotas",
          "webhooks",
          "events",
          "audit",
          "dead-letters",
          "policies",
          "tokens");

  private final Gallery gallery = Pictures.gallery();

  @Test
  void showsHowTheFleetIsDoing(StoryWorld world, Chromium chromium) {
    // given
    Guests guests = new Guests(world, chromium);
    try (StoryClient client = guests.client(guests.token("fay", "user"))) {
      client.create(Map.of("name", "fleet-fine"), "wait=ready");
      client.createWithValues(
          Map.of("name", "fleet-broken"), "image: registry.example/image-pull-fails:1\n");
    }
    Tab tab = guests.signIn(guests.token("ada", "admin"));
    Page page = tab.page();

    // when, then
    link(page, "Operate").click();
    assertThat(page.locator("#figures")).containsText("namespace");
    gallery.show(tab, "operate");
    for (String name : PAGES) {
      Locator tabs = page.locator("nav.tabs a[href='/operate/" + name + "']");
      tabs.click();
      assertThat(page.locator("nav.tabs a[aria-current]")).hasAttribute("href", "/operate/" + name);
      gallery.show(tab, "operate-" + name);
    }
  }

  @Test
  void aWebhookIsMadeTriedAndDeleted(StoryWorld world, Chromium chromium) throws IOException {
    // given
    Guests guests = new Guests(world, chromium);
    Tab tab = guests.signIn(guests.token("hook", "user"));
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/hook",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
    try {
      Page page = tab.go("/webhooks");
      gallery.show(tab, "webhooks-empty");

      // when
      link(page, "Make the first one").click();
      field(page, "URL").fill("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
      field(page, "Description").fill("tells the team");
      gallery.show(tab, "webhook-new");
      button(page, "Make it").click();

      // then
      assertThat(page.locator("#secret")).containsText("whsec_");
      gallery.show(tab, "webhook-secret");
      link(page, "I have it: go to the webhook").click();
      button(page, "Send a test").click();
      assertThat(page.getByText("The test was delivered")).isVisible();
      gallery.show(tab, "webhook");

      // when, then
      page.locator("summary").filter(new Locator.FilterOptions().setHasText("Delete")).click();
      page.getByLabel("Yes, delete this webhook").check();
      button(page, "Delete it").click();
      assertThat(page.getByText("You have no webhooks")).isVisible();
    } finally {
      receiver.stop(0);
    }
  }

  @Test
  void othersAreToldThatItIsNotForThem(StoryWorld world, Chromium chromium) {
    // given
    Guests guests = new Guests(world, chromium);
    Tab tab = guests.signIn(guests.token("vera", "viewer"));
    Page page = tab.page();
    assertThat(link(page, "Operate")).hasCount(0);
    assertThat(link(page, "Create")).hasCount(0);
    tab.expect(403);
    tab.expect(404);

    // when, then
    tab.go("/operate");
    gallery.show(tab, "forbidden");
    tab.go("/operate/audit");
    assertThat(page.locator("h1")).not().hasText("Audit");
    tab.go("/get/never-was-there");
    gallery.show(tab, "not-found");
    tab.go("/list?scope=all");
    gallery.show(tab, "list-viewer");
  }
}
