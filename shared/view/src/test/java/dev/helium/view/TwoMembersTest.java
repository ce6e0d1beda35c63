package dev.helium.view;

import static dev.helium.view.Members.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.Decision;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Status;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceView;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwoMembersTest {
  private static final WorkspaceId BLUE = new WorkspaceId("blue");

  private final Members members = new Members();
  private ViewMember one;
  private ViewMember other;

  @BeforeEach
  void start() {
    one = members.start();
    other = members.start(one.address());
  }

  @AfterEach
  void stop() {
    members.close();
  }

  @Test
  void foldTheSameEventsAtOnceWithTheEffectOfOnce() {
    // given
    List<EventRecord> events = lives(40);
    // when
    Future<Void> first = projectAll(await(one.projector(SnapshotSource.none())), events);
    Future<Void> second = projectAll(await(other.projector(SnapshotSource.none())), events);
    await(Future.all(first, second));
    // then
    for (int index = 0; index < 40; index++) {
      WorkspaceId id = name(index);
      WorkspaceView expected =
          ProjectorTest.folded(
              id, events.stream().filter(event -> event.workspace().equals(id)).toList());
      assertThat(await(one.views().find(id))).contains(expected);
      assertThat(await(other.views().find(id))).contains(expected);
    }
    assertThat(await(other.projector(SnapshotSource.none())).from())
        .containsEntry(0, (long) events.size());
  }

  @Test
  void wakeWaitersOfEachOther() {
    // given
    Future<Optional<WorkspaceView>> ready =
        other.views().until(BLUE, view -> view.status() == Status.READY, Duration.ofMinutes(1));
    Command command =
        new Command.Delete(new CommandId("c-1"), BLUE, "", new DeletionReason.Requested());
    Future<Optional<Decision>> decided = other.views().decided(command, Duration.ofMinutes(1));
    // when
    Projector projector = await(one.projector(SnapshotSource.none()));
    projector.caughtUp();
    await(projector.project(Events.created(BLUE, 1, "c-1"), 0, 0));
    await(projector.project(Events.provisioned(BLUE, 2, "c-1"), 0, 1));
    await(projector.project(Events.ready(BLUE, 1), 0, 2));
    // then
    assertThat(await(decided)).contains(new Decision.Accepted(Decision.Consequence.CREATED));
    assertThat(await(ready)).isPresent();
  }

  @Test
  void keepTheViewWhenOneLeaves() {
    // given
    await(projectAll(await(one.projector(SnapshotSource.none())), lives(40)));
    // when
    await(one.close());
    // then
    assertThat(other.views().versions()).hasSize(40);
    assertThat(await(other.projector(SnapshotSource.none())).from()).containsKey(0);
  }

  private static List<EventRecord> lives(int count) {
    List<EventRecord> events = new ArrayList<>();
    IntStream.range(0, count)
        .mapToObj(TwoMembersTest::name)
        .forEach(
            id -> {
              events.add(Events.created(id, 1, "c-" + id));
              events.add(Events.provisioned(id, 2, "c-" + id));
              events.add(Events.ready(id, 1));
            });
    return events;
  }

  private static WorkspaceId name(int index) {
    return new WorkspaceId("workspace-" + index);
  }

  private static Future<Void> projectAll(Projector projector, List<EventRecord> events) {
    Future<Void> done = Future.succeededFuture();
    for (int offset = 0; offset < events.size(); offset++) {
      EventRecord event = events.get(offset);
      long at = offset;
      done = done.compose(ignored -> projector.project(event, 0, at));
    }
    return done.compose(ignored -> projector.settled());
  }
}
