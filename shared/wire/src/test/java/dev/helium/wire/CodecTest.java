package dev.helium.wire;

import static dev.helium.wire.Samples.ID;
import static dev.helium.wire.Samples.NOW;
import static dev.helium.wire.Samples.SPEC;
import static dev.helium.wire.Samples.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.domain.AdmittedCommand;
import dev.helium.domain.Command;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.Readiness;
import dev.helium.domain.WorkspaceView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
  void theSamplesLeaveOutNothingThatTheTypesAllow() {
    assertThat(kinds(Samples.events())).isEqualTo(leaves(Event.class));
    assertThat(kinds(Samples.commands())).isEqualTo(leaves(Command.class));
    assertThat(kinds(Samples.events(), Event.DeletionRequested.class, each -> each.reason()))
        .isEqualTo(leaves(DeletionReason.class));
    assertThat(kinds(Samples.events(), Event.ReadinessChanged.class, each -> each.readiness()))
        .isEqualTo(leaves(Readiness.class));
    assertThat(kinds(Samples.commands(), Command.Delete.class, each -> each.reason()))
        .isEqualTo(leaves(DeletionReason.class));
    assertThat(kinds(Samples.commands(), Command.Create.class, each -> each.expiry()))
        .isEqualTo(leaves(ExpiryRequest.class));
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

  @ParameterizedTest
  @MethodSource("dev.helium.wire.Samples#records")
  void whatANewerWriterAddsToAnEventIsPassedOver(EventRecord record) throws IOException {
    assertThat(events.decode(withMore(events.encode(record)))).isEqualTo(record);
  }

  @ParameterizedTest
  @MethodSource("dev.helium.wire.Samples#commands")
  void whatANewerWriterAddsToACommandIsPassedOver(Command command) throws IOException {
    assertThat(commands.decode(withMore(commands.encode(command)))).isEqualTo(command);
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
  void onlyWhatCanBeAdmittedIsReadAsAdmitted() {
    // given
    Encoded admitted =
        commands.encode(
            Samples.commands().filter(AdmittedCommand.class::isInstance).findFirst().orElseThrow());
    String body =
        new String(
            commands.encode(new Command.Cancel(Samples.COMMAND, ID, "ada")).body(),
            StandardCharsets.UTF_8);
    String cancel =
        "{\"owner\":\"ada\",\"type\":\"dev.helium.command.cancel.v1\",\"command\":" + body + "}";
    String admittedTwice = cancel.replace(".cancel.", ".admitted.").replace("\"id\"", "\"owner\"");
    // then
    for (String wrong : List.of(cancel, admittedTwice)) {
      assertThatThrownBy(
              () ->
                  commands.decode(
                      new Encoded(admitted.headers(), wrong.getBytes(StandardCharsets.UTF_8))))
          .isInstanceOf(UnreadableException.class);
    }
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

  /** With a header more, and a field more in every record of the body. */
  private static Encoded withMore(Encoded encoded) throws IOException {
    Map<String, String> headers = new HashMap<>(encoded.headers());
    headers.put("ce_newattribute", "1");
    ObjectMapper mapper = new ObjectMapper();
    return new Encoded(
        headers,
        mapper.writeValueAsBytes(Variants.withMoreFields(mapper.readTree(encoded.body()))));
  }

  private static <T> Set<Class<?>> kinds(
      Stream<?> values, Class<T> kind, Function<T, Object> field) {
    return kinds(values.filter(kind::isInstance).map(kind::cast).map(field));
  }

  private static Set<Class<?>> kinds(Stream<?> values) {
    return values.map(Object::getClass).collect(Collectors.toSet());
  }

  private static Set<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses())
            .flatMap(each -> leaves(each).stream())
            .collect(Collectors.toSet())
        : Set.of(type);
  }
}
