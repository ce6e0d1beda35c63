package dev.helium.gateway;

import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import dev.helium.domain.Source;
import dev.helium.domain.Step;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What happens to a workspace that is used: made, changed, extended, restarted, its pods coming and
 * going. A third of the events are decisions about commands, a third is seen in the cluster.
 */
final class BenchmarkHistory {
  private static final Instant BEGINNING = Instant.parse("2026-03-01T10:15:30.123456Z");

  private final WorkspaceId id;
  private final int length;
  private final List<EventRecord> events = new ArrayList<>();
  private long decided;
  private long observed;
  private int attempt;
  private String command = "";

  private BenchmarkHistory(WorkspaceId id, int length) {
    this.id = id;
    this.length = length;
  }

  static List<EventRecord> of(WorkspaceId id, int length) {
    return new BenchmarkHistory(id, length).all();
  }

  private List<EventRecord> all() {
    command("create");
    decided(new Event.Created(1, ++attempt, specification(), "ada", BEGINNING.plusSeconds(90_000)));
    attempt();
    while (events.size() < length) {
      command("extend");
      decided(new Event.ExpiryChanged(BEGINNING.plusSeconds(99_000), "ada", "the demo was moved"));
      command("retry");
      decided(new Event.Unchanged());
      seen(notReady());
      seen(new Event.ReadinessChanged(1, new Readiness.Ready()));
      command("update");
      decided(new Event.Updated(++attempt, specification(), "ada", BEGINNING.plusSeconds(99_000)));
      attempt();
    }
    return events.subList(0, length);
  }

  private void attempt() {
    decided(new Event.Progressed(attempt, List.of(new Step("create", "Namespace/" + id))));
    decided(new Event.Progressed(attempt, List.of(new Step("create", "Deployment/web"))));
    decided(new Event.Provisioned(attempt, Map.of("K8sNamespace", id.value(), "K8s", "kubectl")));
    seen(notReady());
    seen(new Event.ConnectionChanged(1, Map.of("Service/web", "10.0.0.1")));
    seen(new Event.ReadinessChanged(1, new Readiness.Ready()));
  }

  private static WorkspaceSpec specification() {
    return new WorkspaceSpec("namespace", Map.of("helmVersion", "2.4.1"), Map.of());
  }

  private static Event notReady() {
    return new Event.ReadinessChanged(
        1,
        new Readiness.NotReady(
            List.of(new Reason(ReasonKind.WAITING, "Pod/web-5d7f", "Pending", "it is starting"))));
  }

  private void command(String word) {
    command = "http-" + word + "-0f8fad5b-d9cb-469f-a165-7" + decided + id;
  }

  private void decided(Event event) {
    record(Source.PROVISIONER, ++decided, new Cause.Commanded(new CommandId(command)), event);
  }

  private void seen(Event event) {
    record(Source.STATUS_WATCHER, ++observed, new Cause.Observed(), event);
  }

  private void record(Source source, long sequence, Cause cause, Event event) {
    Instant time = BEGINNING.plusMillis(events.size() * 1_234_567L);
    events.add(new EventRecord(id, source, sequence, cause, time, event));
  }
}
