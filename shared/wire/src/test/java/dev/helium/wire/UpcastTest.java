package dev.helium.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.domain.Event;
import dev.helium.domain.Step;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UpcastTest {
  private static final Event.ExpiryChanged EXPECTED =
      new Event.ExpiryChanged(Instant.parse("2026-03-01T10:00:00Z"), "ada", "");

  private final Json json = new Json();

  /** As if the second version had named a field otherwise, and a later writer added one. */
  private final TypeNames<Event> names =
      new TypeNames<>(
          "test.",
          Map.of("expiry-changed", Event.ExpiryChanged.class),
          Map.of(
              "expiry-changed",
              List.of(List.of(UpcastTest::renamed), List.of(Upcast.adding("why", "")))));

  @Test
  void aRecordOfAnEarlierVersionTakesEveryStepToTheNewest() {
    assertThat(read("test.expiry-changed.v1", "{'until':'2026-03-01T10:00:00Z','changedBy':'ada'}"))
        .isEqualTo(EXPECTED);
  }

  @Test
  void aFieldThatWasAddedIsFilledInAndNeverWrittenOver() {
    assertThat(
            read(
                "test.expiry-changed.v2", "{'expiresAt':'2026-03-01T10:00:00Z','changedBy':'ada'}"))
        .isEqualTo(EXPECTED);
    assertThat(
            read(
                "test.expiry-changed.v2",
                "{'expiresAt':'2026-03-01T10:00:00Z','changedBy':'ada','why':'a demo'}"))
        .isEqualTo(new Event.ExpiryChanged(EXPECTED.expiresAt(), "ada", "a demo"));
  }

  @Test
  void theNewestVersionIsWritten() {
    assertThat(names.of(EXPECTED)).isEqualTo("test.expiry-changed.v2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "test.expiry-changed.v0",
        "test.expiry-changed.v3",
        "test.expiry-changed.v01",
        "test.expiry-changed",
        "test.another.v1",
        "expiry-changed.v1",
        ""
      })
  void aVersionThatIsNotKnownIsUnreadable(String type) {
    assertThatThrownBy(() -> read(type, "{}"))
        .isInstanceOf(UnreadableException.class)
        .hasMessage("the type is not one that is known here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "null", "", "{", "{'until':{}}"})
  void whatCannotBeBroughtToTheNewestIsUnreadable(String body) {
    assertThatThrownBy(() -> read("test.expiry-changed.v1", body))
        .isInstanceOf(UnreadableException.class)
        .hasNoCause();
  }

  @Test
  void theFirstWritersSaidOneStepARecord() {
    // given
    String body = "{'attempt':1,'operation':'create','resource':'Pod/web'}";
    // then
    assertThat(EventTypes.NAMES.read(json, "dev.helium.workspace.progressed.v1", bytes(body)))
        .isEqualTo(new Event.Progressed(1, List.of(new Step("create", "Pod/web"))));
  }

  private Event read(String type, String body) {
    return names.read(json, type, bytes(body));
  }

  private static ObjectNode renamed(ObjectNode older) {
    older.set("expiresAt", older.remove("until"));
    return older;
  }

  private static byte[] bytes(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
