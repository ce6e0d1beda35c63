package dev.helium.provisioner.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.OperationType;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.FieldError;
import dev.helium.domain.Proof;
import dev.helium.domain.Receipt;
import dev.helium.domain.Refusal;
import dev.helium.domain.RefusalReason;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.service.metrics.KnownNames;
import dev.helium.service.metrics.MetricTable;
import dev.helium.service.metrics.Scrape;
import dev.helium.service.metrics.ServiceMeters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ManyWorkspacesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final int WORKSPACES = 10_000;

  /** As the table says. */
  private static final int MOST_SERIES = 3_000;

  private final ServiceMeters shown = new ServiceMeters("provisioner");
  private final ProvisionerMeters meters =
      ProvisionerMeters.of(
          shown.registry(), KnownNames.of(Set.of("namespace", "posthog", "helicone")));

  @Test
  void theSeriesDoNotGrowWithTheWorkspaces() throws IOException {
    // given
    for (int number = 0; number < WORKSPACES / 10; number++) {
      live(number);
    }
    long before = shown.scrape().ours();
    // when
    for (int number = WORKSPACES / 10; number < WORKSPACES; number++) {
      live(number);
    }
    // then
    Scrape scrape = shown.scrape();
    assertThat(scrape.ours()).isEqualTo(before).isLessThan(MOST_SERIES / 2);
    assertThat(
            MetricTable.in(Path.of(System.getProperty("helium.root")))
                .unknown("provisioner", scrape))
        .isEmpty();
    assertThat(scrape.sum("helium_decisions_total", Map.of("outcome", "accepted")))
        .isEqualTo(2 * WORKSPACES);
    assertThat(scrape.sum("helium_refusals_total", Map.of())).isEqualTo(WORKSPACES);
    assertThat(scrape.sum("helium_provisioner_failures_total", Map.of())).isEqualTo(2 * WORKSPACES);
    assertThat(scrape.samples().stream().flatMap(each -> each.labels().values().stream()))
        .noneMatch(
            value -> value.contains("hash") || value.contains("ada") || value.contains("no-"));
  }

  /** One of many: made, failed, refused, destroyed and gone, under names that nobody else has. */
  private void live(int number) {
    String backend = number % 3 == 0 ? "namespace" : "no-such-" + number;
    String owner = "ada-" + number + "@example.org";
    WorkspaceId id = new WorkspaceId("hash-" + number);
    WorkspaceSpec spec = new WorkspaceSpec(backend, Map.of("size", "no-" + number), Map.of());
    Workspace workspace = Workspace.absent(id);
    Command create =
        new Command.Create(
            new CommandId("no-" + number),
            id,
            owner,
            backend,
            Map.of(),
            Map.of(),
            new ExpiryRequest.Unspecified());
    decided(create, workspace, new Event.Created(1, 1, spec, owner, NOW.plusSeconds(number)));
    decided(create, workspace, refused(number));
    FailureKind kind = List.of(FailureKind.values()).get(number % FailureKind.values().length);
    Failure failure = new Failure(kind, "no-" + number + " of " + owner);
    meters.decisions().reported(workspace, List.of(new Event.RetryScheduled(1, failure, 2, NOW)));
    meters.decisions().reported(workspace, List.of(new Event.GaveUp(2, failure)));
    decided(
        new Command.Delete(
            new CommandId("no-d" + number), id, owner, new DeletionReason.Requested()),
        workspace,
        new Event.DeletionRequested(3, new DeletionReason.Requested(), owner));
    meters.decisions().reported(workspace, List.of(deleted(number)));
    attempted(number, backend);
  }

  private void decided(Command command, Workspace workspace, LifecycleEvent event) {
    meters
        .decisions()
        .decided(command, NOW, workspace, List.of(event), NOW.plus(Duration.ofMillis(5)));
  }

  private void attempted(int number, String backend) {
    Direction direction = number % 2 == 0 ? Direction.APPLY : Direction.DESTROY;
    AttemptMeters.Outcome outcome = List.of(AttemptMeters.Outcome.values()).get(number % 3);
    meters.attempts().ended(meters.attempts().begin(), backend, direction, outcome);
    EngineMeters.Resources resources = meters.engine().resources();
    OperationType operation =
        List.of(OperationType.values()).get(number % OperationType.values().length);
    String urn = "urn:pulumi:hash-" + number + "::helium::kubernetes:core/v1:Pod::no-" + number;
    resources.began(operation, urn);
    resources.ended(operation, urn, number % 7 != 0);
  }

  private static Event.Refused refused(int number) {
    RefusalReason reason =
        List.of(RefusalReason.values()).get(number % RefusalReason.values().length);
    return new Event.Refused(
        new Refusal(reason, List.of(new FieldError("no-" + number, "no-rule")), "no-" + number));
  }

  private static Event.Deleted deleted(int number) {
    List<String> unlisted = number % 2 == 0 ? List.of() : List.of("Kind.no-" + number);
    return new Event.Deleted(
        new Receipt(
            1,
            List.of("no-" + number),
            NOW,
            new Proof(NOW, NOW.plusSeconds(number), List.of(), unlisted)));
  }
}
