package dev.helium.view;

import static dev.helium.view.Members.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiringTest {
  private static final Instant NOW = Events.NOW;

  private final Members members = new Members();
  private ViewMember member;
  private Projector projector;
  private long offset;

  @BeforeEach
  void start() {
    member = members.start();
    projector = await(member.projector(SnapshotSource.none()));
  }

  @AfterEach
  void stop() {
    members.close();
  }

  @Test
  void theSoonestComesFirstAndNamesDecideAmongThoseOfOneInstant() {
    // given
    create("late", 300);
    create("bold", 100);
    create("able", 100);
    create("overdue", -50);
    // when
    ExpiringPage page = page(ExpiryPlace.START, Instant.MAX, 10);
    // then
    assertThat(names(page)).containsExactly("overdue", "able", "bold", "late");
    assertThat(page.count()).isEqualTo(4);
    assertThat(page.more()).isFalse();
  }

  @Test
  void whatExpiresLaterThanAskedForOrIsGoneIsLeftOut() {
    // given
    create("soon", 100);
    create("late", 101);
    create("gone", 50);
    project(Events.deleted(new WorkspaceId("gone"), 2, "c-2"));
    // when
    ExpiringPage page = page(ExpiryPlace.START, NOW.plusSeconds(100), 10);
    // then
    assertThat(names(page)).containsExactly("soon");
    assertThat(page.count()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 20})
  void pagesAreTheWholeListOnce(int most) {
    // given
    for (int number = 0; number < 20; number++) {
      create("ws-" + number, number / 3);
    }
    List<String> whole = names(page(ExpiryPlace.START, Instant.MAX, 100));
    // when
    List<String> seen = new ArrayList<>();
    ExpiryPlace place = ExpiryPlace.START;
    boolean more = true;
    while (more) {
      ExpiringPage page = page(place, Instant.MAX, most);
      seen.addAll(names(page));
      place = ExpiryPlace.parse(page.last().text()).orElseThrow();
      more = page.more();
    }
    // then
    assertThat(seen).containsExactlyElementsOf(whole).hasSize(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "1", "1-", "x-demo", "1-Not A Name", "99999999999999999999-demo"})
  void aTextThatMeansNoPlaceIsNone(String text) {
    assertThat(ExpiryPlace.parse(text)).isEmpty();
  }

  private void create(String name, long seconds) {
    WorkspaceId id = new WorkspaceId(name);
    project(
        Events.lifecycle(
            id,
            1,
            "c-1",
            new Event.Created(
                1,
                1,
                new WorkspaceSpec("namespace", Map.of(), Map.of()),
                "ann",
                NOW.plusSeconds(seconds))));
  }

  private void project(EventRecord record) {
    await(projector.project(record, 0, offset));
    await(projector.settled());
    offset++;
  }

  private ExpiringPage page(ExpiryPlace after, Instant until, int most) {
    return await(member.views().expiring(after, until, most));
  }

  private static List<String> names(ExpiringPage page) {
    return page.views().stream().map(view -> view.workspace().id().value()).toList();
  }
}
