package dev.helium.pages.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.read.EventView;
import dev.helium.pages.support.CannedLife;
import dev.helium.pages.web.LiveStream;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventWordsTest {
  static Iterable<String> types() {
    return LiveStream.TYPES;
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyTypeThatThereIsHasWordsEvenWhenItSaysNothing(String type) {
    // given
    EventView event = new EventView(new JsonObject().put("type", type));

    // when
    EventWords words = EventWords.of(event);

    // then
    assertThat(words.what()).isNotBlank().doesNotContain("does not know");
  }

  @Test
  void aTypeOfTomorrowIsNamed() {
    // when
    EventWords words = words("teleported", new JsonObject());

    // then
    assertThat(words.what()).contains("does not know");
    assertThat(words.detail()).isEqualTo("dev.helium.workspace.teleported.v1");
  }

  @Test
  void whatPodsLackIsSaidWithHowManyAreReady() {
    // given
    JsonObject reason =
        new JsonObject().put("object", "Pod/a").put("code", "OOMKilled").put("message", "no room");
    JsonObject data =
        new JsonObject()
            .put(
                "readiness",
                new JsonObject().put("is", "not-ready").put("reasons", new JsonArray().add(reason)))
            .put("progress", new JsonObject().put("ready", 7).put("wanted", 12));

    // when
    EventWords words = words("readiness-changed", data);

    // then
    assertThat(words.what()).isEqualTo("7 of 12 pods are ready.");
    assertThat(words.detail()).isEqualTo("Pod/a: OOMKilled: no room");
  }

  @Test
  void aRefusalIsSaidByItsDetailItsRulesOrItsWord() {
    // given
    JsonObject refusal = new JsonObject().put("reason", "NOTHING_TO_RETRY");
    JsonObject data = new JsonObject().put("refusal", refusal);
    String word = words("refused", data).detail();
    refusal.put(
        "errors",
        new JsonArray().add(new JsonObject().put("field", "expiry").put("rule", "must be later")));
    String rule = words("refused", data).detail();
    refusal.put("detail", "It is protected.");

    // when
    String detail = words("refused", data).detail();

    // then
    assertThat(word).isEqualTo("nothing to retry");
    assertThat(rule).isEqualTo("expiry must be later");
    assertThat(detail).isEqualTo("It is protected.");
  }

  @Test
  void whoIsUnknownIsSomebody() {
    // when
    String nobody = words("retried", new JsonObject().put("requestedBy", "")).what();
    String token = words("retried", new JsonObject().put("requestedBy", "token")).what();

    // then
    assertThat(nobody).isEqualTo("Somebody asked for another try.");
    assertThat(token).startsWith("The holder of the token");
  }

  private static EventWords words(String word, JsonObject data) {
    return EventWords.of(new EventView(CannedLife.event(1, word, data)));
  }
}
