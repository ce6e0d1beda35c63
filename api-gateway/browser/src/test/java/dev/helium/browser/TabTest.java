package dev.helium.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.helium.browser.junit.RealBrowser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** That a bad page is told from a good one: what cannot fail proves nothing. */
@ExtendWith(RealBrowser.class)
class TabTest {
  private static final String GOOD =
      "<!doctype html><html lang=en><title>Good</title><meta name=viewport"
          + " content='width=device-width'><link rel=icon href=data:,><main><h1>Good</h1>%s</main>";

  private static final Map<String, String> PAGES =
      Map.of(
          "/good", GOOD.formatted(""),
          "/script", GOOD.formatted("<script>console.error('no')</script>"),
          "/policy", GOOD.formatted("<p style='color:red'>red</p>"),
          "/missing", GOOD.formatted("<img alt='' src=/nowhere.png>"),
          "/dialog", GOOD.formatted("<script>alert('hi')</script>"),
          "/label", GOOD.formatted("<input>"),
          "/pale", GOOD.formatted("<p id=pale>pale</p>"),
          "/wide", GOOD.formatted("<pre>" + "wide ".repeat(200) + "</pre>"),
          "/heavy", GOOD.formatted("<!--" + "0123456789".repeat(20_000) + "-->"));

  @TempDir Path directory;
  private HttpServer server;
  private Tab tab;

  @BeforeEach
  void serve(Chromium chromium) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          byte[] page = PAGES.getOrDefault(path, "").getBytes(UTF_8);
          if (path.equals("/policy")) {
            exchange.getResponseHeaders().add("content-security-policy", "style-src 'self'");
          }
          exchange.getResponseHeaders().add("content-type", "text/html");
          exchange.sendResponseHeaders(page.length == 0 ? 404 : 200, Math.max(1, page.length));
          exchange.getResponseBody().write(page.length == 0 ? new byte[1] : page);
          exchange.close();
        });
    server.start();
    tab = chromium.open("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void nothingIsWrongWithAGoodPage() {
    // when
    tab.go("/good");
    // then
    assertThat(tab.complaints()).isEmpty();
    assertThat(tab.bytes()).isBetween((long) PAGES.get("/good").length(), 1_000L);
    new Gallery(List.of(directory)).show(tab, "good");
    for (Look look : Look.values()) {
      assertThat(directory.resolve("good-" + look.id() + ".jpg")).isNotEmptyFile();
    }
  }

  @Test
  void whatNobodySeesIsToldOf() {
    assertThat(complaintsOf("/script")).singleElement().asString().startsWith("console: no");
    assertThat(complaintsOf("/policy"))
        .singleElement()
        .asString()
        .contains("Content Security Policy");
    assertThat(complaintsOf("/missing")).anySatisfy(each -> assertThat(each).contains("404"));
    assertThat(complaintsOf("/dialog")).containsExactly("dialog: hi");
    assertThat(complaintsOf("/nowhere")).anySatisfy(each -> assertThat(each).contains("404"));
  }

  @Test
  void aRefusalThatIsExpectedIsNone() {
    // given
    tab.expect(404);
    // when
    tab.go("/nowhere");
    // then
    assertThat(tab.complaints()).isEmpty();
  }

  @Test
  void aPageThatIsBadToSomeIsNotShown() {
    Gallery gallery = new Gallery(List.of(directory));
    assertThatThrownBy(() -> gallery.show(at("/label"), "label")).hasMessageContaining("label:");
    assertThatThrownBy(() -> gallery.show(at("/wide"), "wide"))
        .hasMessageContaining("wider than the screen");
    assertThatThrownBy(() -> gallery.show(at("/heavy"), "heavy")).hasMessageContaining("bytes");
    at("/pale").page().evaluate("document.getElementById('pale').style.color = '#eee'");
    assertThatThrownBy(() -> gallery.show(tab, "pale")).hasMessageContaining("color-contrast");
  }

  private Tab at(String path) {
    tab.go(path);
    return tab;
  }

  private List<String> complaintsOf(String path) {
    at(path);
    List<String> all = tab.complaints();
    tab.forgive(each -> true);
    return all;
  }
}
