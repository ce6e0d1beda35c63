package dev.helium.wire;

import dev.helium.domain.Event;
import java.util.List;
import java.util.Map;

/** The published names of events, without prefix and version. */
final class EventTypes {
  static final TypeNames<Event> NAMES =
      new TypeNames<>(
          "dev.helium.workspace.",
          Map.ofEntries(
              Map.entry("created", Event.Created.class),
              Map.entry("updated", Event.Updated.class),
              Map.entry("expiry-changed", Event.ExpiryChanged.class),
              Map.entry("retried", Event.Retried.class),
              Map.entry("cancelled", Event.Cancelled.class),
              Map.entry("deletion-requested", Event.DeletionRequested.class),
              Map.entry("progressed", Event.Progressed.class),
              Map.entry("provisioned", Event.Provisioned.class),
              Map.entry("retry-scheduled", Event.RetryScheduled.class),
              Map.entry("gave-up", Event.GaveUp.class),
              Map.entry("destroyed", Event.Destroyed.class),
              Map.entry("deleted", Event.Deleted.class),
              Map.entry("deletion-held", Event.DeletionHeld.class),
              Map.entry("unchanged", Event.Unchanged.class),
              Map.entry("refused", Event.Refused.class),
              Map.entry("protected", Event.Protected.class),
              Map.entry("unprotected", Event.Unprotected.class),
              Map.entry("expiring-soon", Event.ExpiringSoon.class),
              Map.entry("readiness-changed", Event.ReadinessChanged.class),
              Map.entry("connection-changed", Event.ConnectionChanged.class),
              Map.entry("drifted", Event.Drifted.class),
              Map.entry("cluster-gone", Event.ClusterGone.class)),
          Map.of(
              "created",
                  List.of(
                      List.of(Upcast.adding("revivedBy", ""), Upcast.addingMap("spec", "labels"))),
              "updated", List.of(List.of(Upcast.addingMap("spec", "labels"))),
              "deletion-requested", List.of(List.of(new UpcastExpired())),
              "refused", List.of(List.of(new UpcastRefusal())),
              "progressed", List.of(List.of(new UpcastProgressed())),
              "readiness-changed", List.of(List.of(new UpcastReasons(), new UpcastPods())),
              "connection-changed", List.of(List.of(Upcast.addingList("connections"))),
              "deleted", List.of(List.of(new UpcastReceipt()))));

  private EventTypes() {}
}
