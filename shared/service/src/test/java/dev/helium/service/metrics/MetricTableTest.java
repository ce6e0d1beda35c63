package dev.helium.service.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MetricTableTest {
  private static final String TABLE =
      """
      | metric | type | unit | labels | service | what it answers |
      |---|---|---|---|---|---|
      | `helium_a_total` | counter | tries | `outcome`: `good`, `bad` (or worse, `really`); `backend`: of the catalogue, `other` | example | How? |
      | `helium_b` † | gauge | things | `outcome`; `class`: `quota`, `image`, … | example | How many? |
      | `helium_c` † | gauge | things | `within`: `1h`, `any`; each includes those before it | example | When? |
      """;

  private final MetricTable table = MetricTable.of(TABLE);

  @Test
  void aValueThatIsNotAmongThoseThatAreNamedIsADifference() {
    // given
    Scrape scrape =
        Scrape.of(
            """
            helium_a_total{service="example",backend="any-at-all",outcome="good"} 1
            helium_a_total{service="example",backend="any-at-all",outcome="really"} 1
            helium_c{service="example",within="2h"} 1
            """);
    // then
    assertThat(table.differences("example", scrape))
        .containsExactlyInAnyOrder(
            "helium_a_total has the outcome really", "helium_c has the within 2h");
  }

  @Test
  void whereOthersAreNotExcludedEveryValueIsRight() {
    // given
    Scrape scrape =
        Scrape.of(
            """
            helium_a_total{service="example",backend="posthog",outcome="bad"} 1
            helium_b{service="example",class="volume",outcome="another"} 1
            """);
    // then
    assertThat(table.differences("example", scrape)).isEmpty();
  }

  @Test
  void aLabelThatIsOnlyNamedAsAValueIsADifference() {
    // given
    Scrape scrape = Scrape.of("helium_a_total{service=\"example\",good=\"yes\"} 1\n");
    // then
    assertThat(table.unknown("example", scrape))
        .containsExactly("helium_a_total has the label good");
  }

  @Test
  void whatIsMissingIsADifferenceUnlessItComesLater() {
    assertThat(table.differences("example", Scrape.of("")))
        .containsExactly("helium_a_total is missing");
  }

  @Test
  void theDocumentedTableNamesAllValuesOfWhatIsAnEnumeration() throws IOException {
    // given
    MetricTable documented = MetricTable.in(Path.of(System.getProperty("helium.root")));
    // then
    assertThat(labels(documented, "helium_http_requests_seconds"))
        .containsEntry("kind", Set.of("read", "history", "change", "waiting", "streaming", "page"))
        .containsEntry("operation", Set.of())
        .containsEntry("status", Set.of());
    assertThat(labels(documented, "helium_traces_spans_total"))
        .containsEntry("outcome", Set.of("ended", "sent", "failed"));
    assertThat(labels(documented, "helium_deletions_total"))
        .containsEntry("receipt", Set.of("complete", "with-gaps"));
    assertThat(labels(documented, "helium_not_ready_total"))
        .containsEntry("class", Set.of())
        .containsEntry("kind", Set.of("waiting", "recoverable", "fatal"));
    assertThat(labels(documented, "jvm_memory_used_bytes")).containsOnlyKeys("area", "id");
  }

  private static Map<String, Set<String>> labels(MetricTable table, String name) {
    return table.rows().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow()
        .labels();
  }
}
