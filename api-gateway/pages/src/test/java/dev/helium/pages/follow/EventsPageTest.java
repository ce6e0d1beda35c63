package dev.helium.pages.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.ApiAnswer;
import dev.helium.pages.ApiCall;
import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.CannedLife;
import dev.helium.pages.support.PageServer;
import io.vertx.core.json.JsonObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventsPageTest {
  private static final Pattern ASKED = Pattern.compile("after=(\\d+)&limit=(\\d+)");
  private static final int COUNT = 75;

  private int unlisted;
  private final CannedApi api =
      new CannedApi().answer("GET /v1/api/workspace/demo/events", this::events);
  private final PageServer server = new PageServer(api);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void pagesGoFromTheNewestToTheFirstAndBack() {
    // when
    String newest = server.get("/get/demo/events").body();
    String older = server.get("/get/demo/events?before=46").body();
    String oldest = server.get("/get/demo/events?before=16").body();

    // then
    assertThat(newest)
        .contains("id=\"event-75\"", "id=\"event-46\"", "?before=46", "data-stream=")
        .doesNotContain("id=\"event-45\"", "Newer");
    assertThat(older)
        .contains("id=\"event-45\"", "id=\"event-16\"", "?before=16", "href=\"/get/demo/events\"")
        .doesNotContain("id=\"event-46\"", "id=\"event-15\"", "data-stream=");
    assertThat(oldest)
        .contains("id=\"event-15\"", "id=\"event-1\"", "?before=46")
        .doesNotContain("id=\"event-16\"", "Older");
  }

  @Test
  void eventsThatAreNoLongerKeptAreCounted() {
    // given
    unlisted = 60;

    // when
    String page = server.get("/get/demo/events").body();

    // then
    assertThat(page)
        .contains("id=\"event-61\"", "60 events before these can no longer be read")
        .doesNotContain("Older");
  }

  @Test
  void aPageOfNoNumberIsTheNewest() {
    // when
    String page = server.get("/get/demo/events?before=%3Cscript%3E").body();

    // then
    assertThat(page).contains("id=\"event-75\"");
  }

  private ApiAnswer events(ApiCall call) {
    Matcher asked = ASKED.matcher(call.uri());
    assertThat(asked.find()).isTrue();
    long after = Math.max(unlisted, Long.parseLong(asked.group(1)));
    long last = Math.min(COUNT, after + Long.parseLong(asked.group(2)));
    JsonObject[] events =
        LongStream.rangeClosed(after + 1, last)
            .mapToObj(number -> CannedLife.event(number, "unchanged", new JsonObject()))
            .toArray(JsonObject[]::new);
    return CannedApi.good(CannedLife.events(COUNT, events).put("Unlisted", unlisted));
  }
}
