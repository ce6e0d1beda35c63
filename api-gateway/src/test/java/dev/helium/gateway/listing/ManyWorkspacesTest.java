package dev.helium.gateway.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Status;
import dev.helium.service.metrics.KnownNames;
import dev.helium.service.metrics.MetricTable;
import dev.helium.service.metrics.Scrape;
import dev.helium.service.metrics.ServiceMeters;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyWorkspacesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final int WORKSPACES = 10_000;

  private final ServiceMeters shown = new ServiceMeters("api-gateway");
  private final FleetMeters meters =
      new FleetMeters(
          shown.registry(),
          KnownNames.of(Set.of("namespace", "posthog")),
          InstantSource.fixed(NOW));

  @Test
  void theSeriesDoNotGrowWithTheWorkspaces() throws IOException {
    // given
    List<ListedWorkspace> all =
        IntStream.range(0, WORKSPACES).mapToObj(ManyWorkspacesTest::workspace).toList();
    meters.count(all.subList(0, WORKSPACES / 10));
    long before = shown.scrape().ours();
    // when
    meters.count(all);
    // then
    Scrape scrape = shown.scrape();
    assertThat(scrape.ours()).isEqualTo(before).isLessThan(50);
    assertThat(
            MetricTable.in(Path.of(System.getProperty("helium.root")))
                .unknown("api-gateway", scrape))
        .isEmpty();
    assertThat(scrape.sum("helium_workspaces", Map.of())).isEqualTo(WORKSPACES);
    assertThat(scrape.sum("helium_workspaces", Map.of("backend", "posthog"))).isEqualTo(5_000);
    assertThat(scrape.sum("helium_workspaces", Map.of("backend", "other"))).isEqualTo(5_000);
    assertThat(scrape.sum("helium_workspace_owners", Map.of())).isEqualTo(WORKSPACES);
  }

  @Test
  void whatIsGoneIsNotCountedAnyMore() {
    // given
    meters.count(List.of(workspace(0), workspace(2)));
    // when
    meters.count(List.of());
    // then
    assertThat(shown.scrape().sum("helium_workspaces", Map.of())).isZero();
    assertThat(shown.scrape().of("helium_workspaces", Map.of())).isNotEmpty();
  }

  @Test
  void eachSpanCountsWhatExpiresWithinIt() {
    // when one is overdue and others expire in half an hour, in two hours and in three days
    meters.count(
        List.of(
            expiring(Duration.ofMinutes(-1)),
            expiring(Duration.ofMinutes(30)),
            expiring(Duration.ofHours(2)),
            expiring(Duration.ofDays(3))));
    // then
    assertThat(within("overdue")).isEqualTo(1);
    assertThat(within("1h")).isEqualTo(2);
    assertThat(within("6h")).isEqualTo(3);
    assertThat(within("1d")).isEqualTo(3);
    assertThat(within("7d")).isEqualTo(4);
    assertThat(within("any")).isEqualTo(4);
  }

  private double within(String span) {
    return shown.scrape().sum("helium_workspaces_expiring", Map.of("within", span));
  }

  private static ListedWorkspace expiring(Duration in) {
    return new ListedWorkspace(
        "name-" + in.toSeconds(),
        "ada",
        "namespace",
        "ready",
        "",
        Map.of(),
        NOW,
        NOW.plus(in),
        NOW.plus(in),
        Buffer.buffer());
  }

  private static ListedWorkspace workspace(int number) {
    return new ListedWorkspace(
        "name-" + number,
        "owner-" + number,
        number % 2 == 0 ? "posthog" : "backend-" + number,
        List.of(Status.values()).get(number % Status.values().length).word(),
        "",
        Map.of("label-" + number, "value-" + number),
        NOW,
        NOW.plusSeconds(number),
        NOW.plusSeconds(number),
        Buffer.buffer());
  }
}
