package dev.helium.view;

import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.domain.Receipt;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Events as the services write them. */
final class Events {
  static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  private Events() {}

  static EventRecord created(WorkspaceId id, long sequence, String command) {
    return lifecycle(
        id,
        sequence,
        command,
        new Event.Created(
            1,
            1,
            new WorkspaceSpec("namespace", Map.of(), Map.of()),
            "ann",
            NOW.plusSeconds(3600)));
  }

  /** In the cluster that another workspace made. */
  static EventRecord createdIn(WorkspaceId cluster, WorkspaceId id) {
    return lifecycle(
        id,
        1,
        "c-1",
        new Event.Created(
            1,
            1,
            new WorkspaceSpec("namespace", Map.of("clusterStack", cluster.value()), Map.of()),
            "ann",
            NOW.plusSeconds(3600)));
  }

  static EventRecord provisioned(WorkspaceId id, long sequence, String command) {
    return lifecycle(
        id, sequence, command, new Event.Provisioned(1, Map.of("K8sNamespace", id.value())));
  }

  static EventRecord deletionRequested(WorkspaceId id, long sequence, String command) {
    return lifecycle(
        id,
        sequence,
        command,
        new Event.DeletionRequested(2, new DeletionReason.Requested(), "ann"));
  }

  static EventRecord deleted(WorkspaceId id, long sequence, String command) {
    return lifecycle(
        id, sequence, command, new Event.Deleted(new Receipt(1, List.of("no namespace"), NOW)));
  }

  static EventRecord lifecycle(WorkspaceId id, long sequence, String command, Event event) {
    return new EventRecord(
        id, Source.PROVISIONER, sequence, new Cause.Commanded(new CommandId(command)), NOW, event);
  }

  static EventRecord ready(WorkspaceId id, long sequence) {
    return new EventRecord(
        id,
        Source.STATUS_WATCHER,
        sequence,
        new Cause.Observed(),
        NOW,
        new Event.ReadinessChanged(1, new Readiness.Ready()));
  }
}
