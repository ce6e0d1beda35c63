package dev.helium.gateway.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.gateway.labels.LabelFilter;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ListingTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final ListFilter ALL = filter("", Set.of(), Map.of(), Set.of(), "");

  private final Listing listing = new Listing();

  @ParameterizedTest
  @EnumSource(ListOrder.class)
  void pagesAreTheWholeListOnceInEveryOrder(ListOrder order) {
    // given
    List<ListedWorkspace> all = many(200);
    all.forEach(workspace -> listing.put(workspace, 1));
    List<String> sorted =
        all.stream()
            .sorted(Comparator.comparing(workspace -> workspace.place(order)))
            .map(ListedWorkspace::name)
            .toList();
    for (int limit : List.of(1, 7, 199, 200, 500)) {
      // when, then
      assertThat(walk(ALL, order, false, limit)).isEqualTo(sorted);
      assertThat(walk(ALL, order, true, limit)).isEqualTo(sorted.reversed());
    }
  }

  @Test
  void whatChangesBetweenTwoPagesNeitherRepeatsNorHidesOthers() {
    // given
    many(20).forEach(workspace -> listing.put(workspace, 1));
    ListQuery first = query(ALL, ListOrder.NAME, false, new ListQuery.Start.Beginning(), 5);
    ListPage page = listing.page(first);
    // when the one it ended with goes and others come before and after it
    listing.remove(page.workspaces().getLast().name(), 2);
    listing.put(workspace("aaa", "ada", "ready", Map.of()), 1);
    listing.put(workspace("ws-004x", "ada", "ready", Map.of()), 1);
    ListPage next = listing.page(after(first, page.workspaces().getLast()));
    // then
    assertThat(next.workspaces())
        .extracting(ListedWorkspace::name)
        .containsExactly("ws-004x", "ws-005", "ws-006", "ws-007", "ws-008");
  }

  @Test
  void theNewestOfANameCountsInWhateverOrderTheyCome() {
    // given
    listing.put(workspace("one", "ada", "ready", Map.of()), 5);
    // when
    listing.put(workspace("one", "ada", "creating", Map.of()), 4);
    // then
    assertThat(statuses()).containsExactly("ready");
    // when
    listing.remove("one", 6);
    listing.put(workspace("one", "ada", "deleting", Map.of()), 6);
    // then
    assertThat(statuses()).isEmpty();
    assertThat(listing.names()).isEmpty();
    // when
    listing.put(workspace("one", "ada", "creating", Map.of()), 7);
    // then
    assertThat(statuses()).containsExactly("creating");
  }

  @Test
  void filtersNarrowEachOther() {
    // given
    listing.put(workspace("one", "ada", "ready", Map.of("team", "blue", "tier", "1")), 1);
    listing.put(workspace("two", "bob", "ready", Map.of("team", "blue")), 1);
    listing.put(workspace("three", "Ada Lovelace", "failed", Map.of("team", "red")), 1);
    // then
    assertThat(names(filter("ada", Set.of(), Map.of(), Set.of(), ""))).containsExactly("one");
    assertThat(names(filter("", Set.of("ready", "failed"), Map.of(), Set.of(), ""))).hasSize(3);
    assertThat(names(filter("", Set.of("failed"), Map.of(), Set.of(), "")))
        .containsExactly("three");
    assertThat(names(filter("", Set.of(), Map.of("team", "blue"), Set.of(), "")))
        .containsExactly("one", "two");
    assertThat(names(filter("", Set.of(), Map.of("team", "blue"), Set.of("tier"), "")))
        .containsExactly("one");
    assertThat(names(filter("", Set.of(), Map.of(), Set.of(), "LOVE"))).containsExactly("three");
    assertThat(names(filter("", Set.of(), Map.of(), Set.of(), "w"))).containsExactly("two");
    assertThat(names(filter("bob", Set.of("failed"), Map.of(), Set.of(), ""))).isEmpty();
  }

  @Test
  void whoeverMovesInAnOrderStandsInOnePlace() {
    // given
    Random random = new Random(20261128);
    List<String> statuses = List.of("creating", "ready", "failed");
    for (int version = 1; version <= 2_000; version++) {
      // when
      listing.put(
          workspace("ws-" + random.nextInt(20), "ada", statuses.get(random.nextInt(3)), Map.of()),
          version);
    }
    // then
    for (ListOrder order : ListOrder.values()) {
      assertThat(walk(ALL, order, false, 500))
          .doesNotHaveDuplicates()
          .hasSameSizeAs(listing.names());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "!!!", "bmFtZQ", "bmFtZQoxCgphYmM", "\u00e9"})
  void aTextThatIsNoCursorIsNone(String text) {
    assertThat(ListCursor.place(text, ALL, "name")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"name, ada", "-name, ''", "created, ''"})
  void aCursorBelongsToItsFilterAndItsOrder(String sort, String owner) {
    // given
    ListedWorkspace last = workspace("one", "ada", "ready", Map.of());
    ListQuery query = query(ALL, ListOrder.NAME, false, new ListQuery.Start.Beginning(), 1);
    String cursor = ListCursor.text(query, last.place(ListOrder.NAME));
    // then
    assertThat(ListCursor.place(cursor, ALL, "name"))
        .isEqualTo(Optional.of(last.place(ListOrder.NAME)));
    assertThat(ListCursor.place(cursor, filter(owner, Set.of(), Map.of(), Set.of(), ""), sort))
        .isEmpty();
    assertThat(cursor.length()).isLessThan(ListCursor.LONGEST);
  }

  @Test
  void aCursorThatWasChangedIsNone() {
    // given
    ListQuery query = query(ALL, ListOrder.EXPIRY, true, new ListQuery.Start.Beginning(), 1);
    String cursor =
        ListCursor.text(query, workspace("one", "ada", "ready", Map.of()).place(ListOrder.EXPIRY));
    for (int index = 0; index < cursor.length(); index++) {
      // when
      char other = cursor.charAt(index) == 'A' ? 'B' : 'A';
      String changed = cursor.substring(0, index) + other + cursor.substring(index + 1);
      // then
      assertThat(ListCursor.place(changed, ALL, "-expiry")).as(changed).isEmpty();
    }
  }

  private List<String> walk(ListFilter filter, ListOrder order, boolean descending, int limit) {
    List<String> seen = new ArrayList<>();
    ListQuery query = query(filter, order, descending, new ListQuery.Start.Beginning(), limit);
    ListPage page = listing.page(query);
    while (true) {
      page.workspaces().forEach(workspace -> seen.add(workspace.name()));
      assertThat(page.count()).isEqualTo(listing.names().size());
      if (!page.more()) {
        return seen;
      }
      page = listing.page(after(query, page.workspaces().getLast()));
    }
  }

  private static ListQuery after(ListQuery query, ListedWorkspace last) {
    return query(
        query.filter(),
        query.order(),
        query.descending(),
        new ListQuery.Start.After(last.place(query.order())),
        query.limit());
  }

  private List<String> names(ListFilter filter) {
    return listing
        .page(query(filter, ListOrder.CREATED, false, new ListQuery.Start.Beginning(), 500))
        .workspaces()
        .stream()
        .map(ListedWorkspace::name)
        .sorted()
        .toList();
  }

  private List<String> statuses() {
    return listing
        .page(query(ALL, ListOrder.STATUS, false, new ListQuery.Start.Beginning(), 500))
        .workspaces()
        .stream()
        .map(ListedWorkspace::status)
        .toList();
  }

  private static ListQuery query(
      ListFilter filter, ListOrder order, boolean descending, ListQuery.Start start, int limit) {
    return new ListQuery(filter, order, descending, start, limit);
  }

  private static ListFilter filter(
      String owner,
      Set<String> statuses,
      Map<String, String> labels,
      Set<String> labelled,
      String text) {
    return new ListFilter(owner, "", statuses, new LabelFilter(labels, labelled), text);
  }

  private static List<ListedWorkspace> many(int number) {
    List<String> statuses = List.of("creating", "ready", "failed");
    List<ListedWorkspace> all = new ArrayList<>();
    for (int index = 0; index < number; index++) {
      all.add(
          new ListedWorkspace(
              "ws-%03d".formatted(index),
              "ada",
              "namespace",
              statuses.get(index % 3),
              "",
              Map.of(),
              NOW.plusSeconds(index % 7),
              NOW.plusSeconds(index % 11),
              NOW.plusSeconds(index % 11),
              Buffer.buffer("{}")));
    }
    return all;
  }

  private static ListedWorkspace workspace(
      String name, String owner, String status, Map<String, String> labels) {
    return new ListedWorkspace(
        name, owner, "namespace", status, "", labels, NOW, NOW, NOW, Buffer.buffer("{}"));
  }
}
