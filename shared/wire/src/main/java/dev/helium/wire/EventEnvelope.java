package dev.helium.wire;

import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import java.util.Objects;
import java.util.Optional;

/**
 * Which event a record is, from its headers alone: enough to count one whose body cannot be read.
 *
 * @param sequence among the events of this workspace by this source
 */
public record EventEnvelope(WorkspaceId workspace, Source source, long sequence) {
  public EventEnvelope {
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(source, "source");
    if (sequence < 1) {
      throw new IllegalArgumentException("sequences count from 1");
    }
  }

  /** Empty when the headers do not say it. */
  public static Optional<EventEnvelope> of(Encoded encoded) {
    try {
      return Optional.of(
          new EventEnvelope(
              new WorkspaceId(encoded.header(Attributes.SUBJECT)),
              EventCodec.source(encoded.header(Attributes.SOURCE)),
              Long.parseLong(encoded.header(Attributes.SEQUENCE))));
    } catch (IllegalArgumentException | UnreadableException unknown) {
      return Optional.empty();
    }
  }
}
