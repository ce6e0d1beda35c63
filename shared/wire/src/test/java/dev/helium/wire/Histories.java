package dev.helium.wire;

import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.Milestones;
import dev.helium.domain.Progress;
import dev.helium.domain.Readiness;
import dev.helium.domain.Refusal;
import dev.helium.domain.RefusalReason;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What may have happened to a workspace, with maps of several entries. */
final class Histories {
  private static final Instant BEGINNING = Instant.parse("2026-03-01T10:15:30.123456Z");
  private static final Instant NOTED = Instant.parse("2026-03-01T10:15:31Z");

  private Histories() {}

  static List<EventRecord> random(WorkspaceId id, int count, Random random) {
    List<EventRecord> history = new ArrayList<>();
    long decided = 0;
    long observed = 0;
    Instant time = BEGINNING;
    for (int index = 0; index < count; index++) {
      time = time.plusSeconds(random.nextInt(10_000));
      boolean decision = decided == 0 || random.nextInt(3) > 0;
      history.add(
          new EventRecord(
              id,
              decision ? Source.PROVISIONER : Source.STATUS_WATCHER,
              decision ? ++decided : ++observed,
              decision ? new Cause.Commanded(new CommandId("c-" + decided)) : new Cause.Observed(),
              time,
              decision ? decision(index == 0 ? 0 : random.nextInt(6), time) : seen(random)));
    }
    return history;
  }

  private static Event decision(int kind, Instant time) {
    return switch (kind) {
      case 0 ->
          new Event.Created(
              1,
              1,
              new WorkspaceSpec(
                  "namespace", Map.of("pachdVersion", "2.4", "helmVersion", "1"), Map.of()),
              "ada",
              time.plusSeconds(90_000));
      case 1 -> new Event.Provisioned(1, Map.of("K8sNamespace", "example", "Url", "http://e"));
      case 2 -> new Event.Refused(Refusal.of(RefusalReason.NOTHING_TO_CANCEL));
      case 3 -> new Event.GaveUp(1, new Failure(FailureKind.TIMED_OUT, "too slow"));
      case 4 -> new Event.ExpiryChanged(time.plusSeconds(100_000), "ada", "it was moved");
      default -> new Event.Unchanged();
    };
  }

  private static Event seen(Random random) {
    return random.nextBoolean()
        ? new Event.ReadinessChanged(
            1,
            new Readiness.Ready(),
            new Progress(random.nextInt(4), 3, "Pod/web"),
            new Milestones(NOTED, NOTED.plusSeconds(random.nextInt(90))))
        : new Event.ConnectionChanged(1, Map.of("Service/web", "10.0.0.1", "Ingress/w", "w.e"));
  }
}
