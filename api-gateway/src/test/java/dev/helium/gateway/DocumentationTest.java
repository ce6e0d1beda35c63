package dev.helium.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GatewayWithoutLog.class)
class DocumentationTest {
  private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

  private static Client client;

  @BeforeAll
  static void start(TestGateway shared) {
    client = shared.client();
  }

  @Test
  void thePageAndAllThatItNeedsAreServedHereWithoutAToken() {
    // given
    HttpResponse<String> page = client.send(client.bare("/docs").GET());
    assertThat(page.statusCode()).isEqualTo(200);
    // when
    Matcher references = REFERENCE.matcher(page.body());
    int files = 0;
    while (references.find()) {
      String address = references.group(1);
      if (!address.startsWith("data:")) {
        // then
        assertThat(address).startsWith("/");
        assertThat(client.send(client.bare(address).GET()).statusCode()).as(address).isEqualTo(200);
        files++;
      }
    }
    assertThat(files).isEqualTo(4);
  }

  @Test
  void theBrowserIsToldToLoadNothingFromElsewhereAndToRunNothingInline() {
    // given, when
    HttpResponse<String> page = client.send(client.bare("/docs").GET());
    // then
    assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
        .startsWith("default-src 'none';")
        .contains("script-src 'self';", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "http", "*");
    assertThat(page.body())
        .doesNotContain("<style")
        .doesNotContainPattern("<script>|style=|\\son\\w+=");
  }

  @Test
  void aFileThatIsHeldIsNotSentAgain() {
    // given
    String tag =
        client
            .send(client.bare("/docs/swagger-ui-bundle.js").GET())
            .headers()
            .firstValue("etag")
            .orElseThrow();
    // then
    assertThat(
            client
                .send(client.bare("/docs/swagger-ui-bundle.js").header("if-none-match", tag).GET())
                .statusCode())
        .isEqualTo(304);
  }

  @Test
  void nothingElseOfTheLibraryIsServed() {
    for (String file : new String[] {"swagger-initializer.js", "package.json", "%2e%2e", "x"}) {
      assertThat(client.send(client.bare("/docs/" + file).GET()).statusCode())
          .as(file)
          .isEqualTo(404);
    }
  }
}
