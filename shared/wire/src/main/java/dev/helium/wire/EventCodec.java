package dev.helium.wire;

import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Events as CloudEvents of type {@code dev.helium.workspace.<event>.v1}. */
public final class EventCodec {
  private final Json json = new Json();

  /** Every type of event that can be read here. */
  public static Set<String> types() {
    return EventTypes.NAMES.all();
  }

  public Encoded encode(EventRecord record) {
    Map<String, String> headers =
        Attributes.of(
            type(record.event()), record.id(), record.source().word(), record.workspace().value());
    headers.put(Attributes.TIME, record.time().toString());
    headers.put(Attributes.SEQUENCE, Long.toString(record.sequence()));
    if (record.cause() instanceof Cause.Commanded(CommandId command)) {
      headers.put(Attributes.COMMAND, command.value());
    }
    return new Encoded(headers, json.write(record.event()));
  }

  /** The type that an event is written under. */
  public static String type(Event event) {
    return EventTypes.NAMES.of(event);
  }

  /** The event, or an {@link UnreadableException} that says what is wrong with the record. */
  public EventRecord decode(Encoded encoded) {
    Event event = EventTypes.NAMES.read(json, encoded.header(Attributes.TYPE), encoded.body());
    try {
      return new EventRecord(
          new WorkspaceId(encoded.header(Attributes.SUBJECT)),
          source(encoded.header(Attributes.SOURCE)),
          Long.parseLong(encoded.header(Attributes.SEQUENCE)),
          cause(encoded),
          Instant.parse(encoded.header(Attributes.TIME)),
          event);
    } catch (IllegalArgumentException | DateTimeException invalid) {
      throw new UnreadableException(
          UnreadableKind.HEADER, "a header is not what it should be", invalid);
    }
  }

  static Source source(String value) {
    return Arrays.stream(Source.values())
        .filter(source -> value.equals("/helium/" + source.word()))
        .findFirst()
        .orElseThrow(
            () ->
                new UnreadableException(
                    UnreadableKind.HEADER, "the source is not one that is known here"));
  }

  private static Cause cause(Encoded encoded) {
    String command = encoded.headers().get(Attributes.COMMAND);
    return command == null ? new Cause.Observed() : new Cause.Commanded(new CommandId(command));
  }
}
