package dev.helium.view;

import static dev.helium.view.Members.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.EventRecord;
import dev.helium.domain.WorkspaceId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowingTest {
  private static final WorkspaceId BLUE = new WorkspaceId("blue");
  private static final WorkspaceId GREEN = new WorkspaceId("green");

  private final Members members = new Members();
  private final Map<String, KeptView> told = new ConcurrentHashMap<>();
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
  void whoeverFollowsIsToldOfEveryViewThatIsWrittenByAnyMember() {
    // given
    ViewMember other = members.start(member.address());
    other.views().follow(told::put);
    // when
    project(Events.created(BLUE, 1, "c-1"));
    project(Events.ready(BLUE, 1));
    // then
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> told.containsKey("blue") && told.get("blue").events() == 2);
    assertThat(told.get("blue").exists()).isTrue();
    assertThat(told.get("blue").view()).isEqualTo(await(member.views().find(BLUE)).orElseThrow());
    // when
    project(Events.deleted(BLUE, 2, "c-2"));
    // then
    await().atMost(Duration.ofMinutes(1)).until(() -> !told.get("blue").exists());
  }

  @Test
  void howFarEachWorkspaceIsCanBeAskedWithoutReadingIt() {
    // given
    project(Events.created(BLUE, 1, "c-1"));
    project(Events.ready(BLUE, 1));
    project(Events.created(GREEN, 1, "c-1"));
    project(Events.deleted(GREEN, 2, "c-2"));
    // then
    assertThat(member.views().versions()).isEqualTo(Map.of("blue", 2L));
    assertThat(await(member.views().kept(BLUE)).orElseThrow().events()).isEqualTo(2);
    assertThat(await(member.views().kept(GREEN))).isEmpty();
    assertThat(member.views().kept(Set.of("blue", "green", "red")).keySet())
        .containsExactlyInAnyOrder("blue", "green");
  }

  private void project(EventRecord record) {
    await(projector.project(record, 0, offset));
    await(projector.settled());
    offset++;
  }
}
