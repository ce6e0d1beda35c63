package dev.helium.pages.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import dev.helium.browser.Chromium;
import dev.helium.browser.junit.RealBrowser;
import dev.helium.pages.read.WorkspaceStatus;
import dev.helium.pages.support.Canned;
import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.PageServer;
import dev.helium.pages.support.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list as a phone shows it, in a real browser. */
@ExtendWith(RealBrowser.class)
class FiltersOnPhoneTest {
  private static final int WIDTH = 390;
  private static final int HEIGHT = 844;

  private final CannedApi api =
      new CannedApi()
          .answer(
              "GET /v1/api/workspaces",
              Canned.page(Canned.workspace("demo-1", "ready", Person.ADA.name())))
          .answer("GET /v1/api/backends", Canned.backends("helm", "namespace"));
  private final PageServer server = new PageServer(api);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void everyStatusIsSeenWithoutScrollingToTheSide(Chromium chromium) {
    // given
    Page page = chromium.open(server.address()).page();
    page.setViewportSize(WIDTH, HEIGHT);

    // when
    page.navigate("/list");

    // then
    assertThat(page.locator(".chip").all())
        .hasSize(WorkspaceStatus.LISTED.size())
        .map(Locator::boundingBox)
        .allSatisfy(box -> assertThat(isWithin(box)).isTrue());
  }

  private static boolean isWithin(BoundingBox box) {
    return box.x >= 0 && box.x + box.width <= WIDTH;
  }
}
