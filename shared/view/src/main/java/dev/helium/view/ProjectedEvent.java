package dev.helium.view;

import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.wire.EventEnvelope;
import dev.helium.wire.Snapshot;

/** An event and where it stands in the log. */
sealed interface ProjectedEvent {
  int partition();

  long offset();

  WorkspaceId workspace();

  Source source();

  long sequence();

  /** What a workspace comes to with it. */
  Snapshot applied(Snapshot before);

  /** One that says something. */
  record Read(EventRecord record, int partition, long offset) implements ProjectedEvent {
    @Override
    public WorkspaceId workspace() {
      return record.workspace();
    }

    @Override
    public Source source() {
      return record.source();
    }

    @Override
    public long sequence() {
      return record.sequence();
    }

    @Override
    public Snapshot applied(Snapshot before) {
      return before.apply(record, offset);
    }
  }

  /** One that cannot be read here: it takes its number and its place. */
  record PassedOver(EventEnvelope envelope, int partition, long offset) implements ProjectedEvent {
    @Override
    public WorkspaceId workspace() {
      return envelope.workspace();
    }

    @Override
    public Source source() {
      return envelope.source();
    }

    @Override
    public long sequence() {
      return envelope.sequence();
    }

    @Override
    public Snapshot applied(Snapshot before) {
      return before.passOver(envelope, offset);
    }
  }
}
