package dev.helium.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Digest;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.FieldError;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import dev.helium.domain.Receipt;
import dev.helium.domain.Refusal;
import dev.helium.domain.SealedContent;
import dev.helium.domain.Source;
import dev.helium.domain.Step;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.domain.WorkspaceView;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CodecTest {
  private static final WorkspaceId ID = new WorkspaceId("example");
  private static final CommandId COMMAND = new CommandId("c-1");
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");
  private static final Digest DIGEST = new Digest("ab".repeat(32));
  private static final WorkspaceSpec SPEC =
      new WorkspaceSpec("namespace", Map.of("pachdVersion", "2.4"), Map.of("valuesYaml", DIGEST));

  private final EventCodec events = new EventCodec();
  private final CommandCodec commands = new CommandCodec();
  private final ViewCodec views = new ViewCodec();

  static Stream<Event> events() {
    Failure failure = new Failure(FailureKind.TIMED_OUT, "too slow");
    return Stream.of(
        new Event.Created(1, 1, SPEC, "ada", NOW),
        new Event.Updated(2, SPEC, "ada", NOW),
        new Event.ExpiryChanged(NOW, "ada", "the demo was moved"),
        new Event.Retried(3, "ada"),
        new Event.Cancelled(3, "ada"),
        new Event.DeletionRequested(3, new DeletionReason.Expired(NOW), ""),
        new Event.Progressed(1, List.of(new Step("create", "Namespace/example"))),
        new Event.Provisioned(1, Map.of("K8sNamespace", "example")),
        new Event.RetryScheduled(1, failure, 2, NOW),
        new Event.GaveUp(2, failure),
        new Event.Destroyed(3),
        new Event.Deleted(new Receipt(1, List.of("the namespace is gone"), NOW)),
        new Event.Unchanged(),
        new Event.Refused(Refusal.invalid(List.of(new FieldError("expiry", "is too far")))),
        new Event.ReadinessChanged(
            1,
            new Readiness.NotReady(
                List.of(new Reason(ReasonKind.FATAL, "Pod/web", "ImagePullBackOff", "no image")))),
        new Event.ConnectionChanged(1, Map.of("Service/web", "10.0.0.1")));
  }

  static Stream<Command> commands() {
    return Stream.of(
        new Command.Create(
            COMMAND,
            ID,
            "ada",
            "namespace",
            Map.of("helmVersion", "1"),
            Map.of("valuesYaml", new SealedContent(DIGEST, "AAAA")),
            new ExpiryRequest.EndOfDay(LocalDate.of(2026, 3, 2))),
        new Command.Extend(COMMAND, ID, "ada", new ExpiryRequest.At(NOW), "the demo was moved"),
        new Command.Retry(COMMAND, ID, "ada"),
        new Command.Cancel(COMMAND, ID, "ada"),
        new Command.Delete(COMMAND, ID, "", new DeletionReason.Swept(2)),
        new Command.Delete(COMMAND, ID, "", new DeletionReason.Requested()),
        new Command.ConfirmDeletion(COMMAND, ID, new Receipt(2, List.of("gone"), NOW)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyEventComesBackAsItWent(Event event) {
    // given
    EventRecord record =
        new EventRecord(ID, Source.PROVISIONER, 7, new Cause.Commanded(COMMAND), NOW, event);
    // when
    Encoded encoded = events.encode(record);
    // then
    assertThat(events.decode(encoded)).isEqualTo(record);
    assertThat(encoded.headers())
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_subject", "example")
        .containsEntry("ce_sequence", "7")
        .containsEntry("ce_commandid", "c-1");
  }

  @Test
  void theSamplesCoverEveryKindOfEvent() {
    // given
    Set<Class<?>> sampled = events().map(Object::getClass).collect(Collectors.toSet());
    // then
    assertThat(sampled)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Event.LifecycleEvent.class, Event.ObservationEvent.class)
                .flatMap(kind -> Stream.of(kind.getPermittedSubclasses()))
                .collect(Collectors.<Class<?>>toSet()));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandComesBackAsItWent(Command command) {
    assertThat(commands.decode(commands.encode(command))).isEqualTo(command);
  }

  @ParameterizedTest
  @MethodSource("events")
  void aViewComesBackAsItWentAfterEveryEvent(Event event) {
    // given
    WorkspaceView view =
        WorkspaceView.absent(ID)
            .apply(record(1, Source.PROVISIONER, new Event.Created(1, 1, SPEC, "ada", NOW)))
            .apply(record(2, Source.PROVISIONER, event))
            .apply(record(1, Source.STATUS_WATCHER, event));
    // then
    assertThat(views.decode(views.encode(view))).isEqualTo(view);
  }

  @Test
  void aFieldOfANewerWriterIsPassedOver() {
    // given
    Encoded encoded = events.encode(record(1, Source.PROVISIONER, new Event.Destroyed(3)));
    byte[] newer = "{\"attempt\":3,\"colour\":\"blue\"}".getBytes(StandardCharsets.UTF_8);
    // then
    assertThat(events.decode(new Encoded(encoded.headers(), newer)).event())
        .isEqualTo(new Event.Destroyed(3));
  }

  @Test
  void anUnreadableBodyIsRefusedWithoutRepeatingIt() {
    // given
    Encoded encoded = events.encode(record(1, Source.PROVISIONER, new Event.Destroyed(3)));
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
    Encoded encoded = events.encode(record(1, Source.PROVISIONER, new Event.Destroyed(3)));
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
    Encoded encoded = events.encode(record(1, Source.PROVISIONER, new Event.Destroyed(3)));
    // then
    assertThatThrownBy(
            () ->
                events.decode(
                    new Encoded(encoded.headers(), "{}".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(UnreadableException.class);
  }

  private static EventRecord record(long sequence, Source source, Event event) {
    Cause cause =
        source == Source.PROVISIONER ? new Cause.Commanded(COMMAND) : new Cause.Observed();
    return new EventRecord(ID, source, sequence, cause, NOW, event);
  }
}
