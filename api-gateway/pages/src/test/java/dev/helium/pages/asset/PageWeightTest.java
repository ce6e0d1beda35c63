package dev.helium.pages.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.support.Canned;
import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.CannedFleet;
import dev.helium.pages.support.Markup;
import dev.helium.pages.support.PageServer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageWeightTest {
  private static final int MOST = 150_000;

  private final PageServer server = new PageServer(api());

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/list?scope=all", "/list/calendar?scope=all"})
  void aFullPageWithAllItsFilesIsLight(String path) {
    // given
    Markup page = new Markup(server.get(path).body());
    List<String> files =
        Stream.concat(page.values("href").stream(), page.values("src").stream())
            .filter(url -> url.startsWith(Assets.PATH))
            .distinct()
            .toList();

    // when
    int weight = weight(path) + files.stream().mapToInt(this::weight).sum();

    // then
    assertThat(files).hasSizeGreaterThan(5);
    assertThat(weight).isLessThan(MOST);
  }

  private int weight(String path) {
    return server.bytes(path, "accept-encoding", "gzip").body().length;
  }

  private static CannedApi api() {
    List<JsonObject> workspaces =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    Canned.workspace("workspace-" + i * 7919, "failed", "ada@example.com")
                        .put("Message", "Deployment/console: " + i + " pods were out of memory.")
                        .put("Labels", new JsonObject().put("ticket", "DATA-" + i)))
            .toList();
    return new CannedApi()
        .answer("GET /v1/api/workspaces", Canned.page(workspaces, 10_000))
        .answer("GET /v1/api/summary", CannedFleet.summary())
        .answer("GET /v1/api/backends", Canned.backends("helm", "namespace"))
        .answer("GET /v1/api/expiries", new JsonObject());
  }
}
