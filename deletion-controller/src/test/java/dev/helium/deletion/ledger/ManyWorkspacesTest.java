package dev.helium.deletion.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.backlog.Backlog;
import dev.helium.deletion.backlog.BacklogMeters;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.domain.Orphan;
import dev.helium.domain.OrphanKind;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.metrics.MetricTable;
import dev.helium.service.metrics.Scrape;
import dev.helium.service.metrics.ServiceMeters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ManyWorkspacesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final int WORKSPACES = 10_000;

  /** As the table says. */
  private static final int MOST_SERIES = 500;

  private final ServiceMeters shown = new ServiceMeters("deletion-controller");
  private final LedgerMeters meters = new LedgerMeters(shown.registry(), InstantSource.fixed(NOW));
  private final Backlog backlog = new Backlog();

  @Test
  void theSeriesDoNotGrowWithTheWorkspaces() throws IOException {
    // given
    BacklogMeters.register(backlog, InstantSource.fixed(NOW), shown.registry());
    long before = shown.scrape().ours();
    // when
    for (int number = 0; number < WORKSPACES; number++) {
      backlog.changed(new WorkspaceId("hash-" + number), leaving(number), NOW);
    }
    meters.ended(NOW, IntStream.range(0, WORKSPACES).mapToObj(ManyWorkspacesTest::orphan).toList());
    // then
    Scrape scrape = shown.scrape();
    assertThat(scrape.ours()).isEqualTo(before).isLessThan(MOST_SERIES / 2);
    assertThat(
            MetricTable.in(Path.of(System.getProperty("helium.root")))
                .unknown("deletion-controller", scrape))
        .isEmpty();
    assertThat(scrape.sum("helium_deletion_backlog", Map.of())).isEqualTo(WORKSPACES);
    assertThat(scrape.sum("helium_ledger_orphans", Map.of())).isEqualTo(WORKSPACES);
    assertThat(scrape.samples().stream().flatMap(each -> each.labels().values().stream()))
        .noneMatch(value -> value.contains("hash"));
  }

  private static Tenure leaving(int number) {
    return new Tenure(1, Tenure.Stage.LEAVING, NOW, NOW.plusSeconds(number), Instant.MAX);
  }

  private static Orphan orphan(int number) {
    return new Orphan(
        List.of(OrphanKind.values()).get(number % OrphanKind.values().length),
        "hash-cluster-" + number,
        "hash-" + number,
        "hash-" + number,
        NOW,
        NOW,
        List.of("hash-" + number),
        "remove it",
        false);
  }
}
