package dev.helium.wire;

import static dev.helium.wire.Samples.ID;
import static dev.helium.wire.Samples.NOW;
import static dev.helium.wire.Samples.SPEC;
import static dev.helium.wire.Samples.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.domain.Command;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.WorkspaceView;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CodecTest {
  private final EventCodec events = new EventCodec();
  private final CommandCodec commands = new CommandCodec();
  private final ViewCodec views = new ViewCodec();

  @ParameterizedTest
  @MethodSource("dev.helium.wire.Samples#records")
  void everyEventComesBackAsItWent(EventRecord record) {
    // when
    Encoded encoded = events.encode(record);
    // then
    assertThat(events.decode(encoded)).isEqualTo(record);
    assertThat(encoded.headers())
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_subject", "example")
        .containsEntry("ce_sequence", "7");
  }

  @Test
  void whatWasDecidedNamesItsCommandAndWhatWasSeenNamesNone() {
    assertThat(events.encode(record(1, new Event.Destroyed(3))).headers())
        .containsEntry("ce_commandid", "c-1");
    assertThat(events.encode(record(1, new Event.ConnectionChanged(1, Map.of()))).headers())
        .doesNotContainKey("ce_commandid");
  }

  @Test
  void theSamplesCoverEveryKindOfEvent() {
    // given
    Set<Class<?>> sampled = Samples.events().map(Object::getClass).collect(Collectors.toSet());
    // then
    assertThat(sampled)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Event.LifecycleEvent.class, Event.ObservationEvent.class)
                .flatMap(kind -> Stream.of(kind.getPermittedSubclasses()))
                .collect(Collectors.<Class<?>>toSet()));
  }

  @ParameterizedTest
  @MethodSource("dev.helium.wire.Samples#commands")
  void everyCommandComesBackAsItWent(Command command) {
    assertThat(commands.decode(commands.encode(command))).isEqualTo(command);
  }

  @ParameterizedTest
  @MethodSource("dev.helium.wire.Samples#events")
  void aViewComesBackAsItWentAfterEveryEvent(Event event) {
    // given
    WorkspaceView view =
        WorkspaceView.absent(ID)
            .apply(record(1, new Event.Created(1, 1, SPEC, "ada", NOW)))
            .apply(record(2, event));
    // then
    assertThat(views.decode(views.encode(view))).isEqualTo(view);
  }

  @Test
  void aFieldOfANewerWriterIsPassedOver() {
    // given
    Encoded encoded = events.encode(record(1, new Event.Destroyed(3)));
    byte[] newer = "{\"attempt\":3,\"colour\":\"blue\"}".getBytes(StandardCharsets.UTF_8);
    // then
    assertThat(events.decode(new Encoded(encoded.headers(), newer)).event())
        .isEqualTo(new Event.Destroyed(3));
  }

  @Test
  void anUnreadableBodyIsRefusedWithoutRepeatingIt() {
    // given
    Encoded encoded = events.encode(record(1, new Event.Destroyed(3)));
    byte[] broken = "{\"attempt\":\"hunter2\"}".getBytes(StandardCharsets.UTF_8);
    // then
    assertThatThrownBy(() -> events.decode(new Encoded(encoded.headers(), broken)))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("Destroyed")
        .hasMessageNotContaining("hunter2")
        .hasNoCause();
  }

  @ParameterizedTest
  @MethodSource("headers")
  void aMissingHeaderIsNamed(String header) {
    // given
    Encoded encoded = events.encode(record(1, new Event.Destroyed(3)));
    Map<String, String> headers = new HashMap<>(encoded.headers());
    headers.remove(header);
    // then
    assertThatThrownBy(() -> events.decode(new Encoded(headers, encoded.body())))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining(header);
  }

  static Stream<String> headers() {
    return Stream.of("ce_type", "ce_subject", "ce_source", "ce_sequence", "ce_time");
  }

  @Test
  void aMissingFieldIsUnreadable() {
    // given
    Encoded encoded = events.encode(record(1, new Event.Destroyed(3)));
    // then
    assertThatThrownBy(
            () ->
                events.decode(
                    new Encoded(encoded.headers(), "{}".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(UnreadableException.class);
  }
}
