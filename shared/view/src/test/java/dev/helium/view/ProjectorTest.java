package dev.helium.view;

import static dev.helium.view.Members.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.Decision;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.FieldError;
import dev.helium.domain.Refusal;
import dev.helium.domain.Status;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectorTest {
  private static final WorkspaceId BLUE = new WorkspaceId("blue");
  private static final WorkspaceId GREEN = new WorkspaceId("green");

  private final Members members = new Members();
  private ViewMember member;
  private Projector projector;

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
  void showsWhatTheEventsSay() {
    // given
    List<EventRecord> events =
        List.of(
            Events.created(BLUE, 1, "c-1"),
            Events.provisioned(BLUE, 2, "c-1"),
            Events.ready(BLUE, 1));
    // when
    project(events);
    // then
    assertThat(await(member.views().find(BLUE))).contains(folded(BLUE, events));
    assertThat(await(member.views().find(BLUE))).map(WorkspaceView::status).contains(Status.READY);
  }

  @Test
  void takesARedeliveredEventOnce() {
    // given
    List<EventRecord> events =
        List.of(
            Events.created(BLUE, 1, "c-1"),
            Events.provisioned(BLUE, 2, "c-1"),
            Events.deletionRequested(BLUE, 3, "c-2"));
    project(events);
    // when
    project(events);
    project(List.of(events.getFirst()));
    // then
    assertThat(await(member.views().find(BLUE))).contains(folded(BLUE, events));
  }

  @Test
  void knowsHowManyEventsTheViewsOfLivingWorkspacesInclude() {
    // given
    project(List.of(Events.created(GREEN, 1, "c-1"), Events.created(BLUE, 1, "c-2")));
    // when
    Map<String, Long> versions = member.views().versions();
    // then
    assertThat(versions).isEqualTo(Map.of(BLUE.value(), 1L, GREEN.value(), 1L));
  }

  @Test
  void namesTheTenantsOfAClusterUntilTheyAreGone() {
    // given
    project(List.of(Events.created(BLUE, 1, "c-1"), Events.createdIn(BLUE, GREEN)));
    assertThat(await(member.views().tenants(BLUE)))
        .extracting(Tenant::workspace)
        .containsExactly(GREEN);
    assertThat(await(member.views().tenants(List.of(BLUE, GREEN)))).containsOnlyKeys(BLUE);
    assertThat(await(member.views().tenants(GREEN))).isEmpty();
    // when
    project(List.of(Events.deletionRequested(GREEN, 2, "c-2"), Events.deleted(GREEN, 3, "c-3")));
    // then
    assertThat(await(member.views().tenants(BLUE))).isEmpty();
  }

  @Test
  void keepsTheRecordOfADeletedWorkspaceOutOfSight() {
    // given
    project(List.of(Events.created(BLUE, 1, "c-1"), Events.deletionRequested(BLUE, 2, "c-2")));
    // when
    project(List.of(Events.deleted(BLUE, 3, "c-3")));
    // then
    assertThat(await(member.views().find(BLUE))).isEmpty();
    assertThat(member.views().versions()).isEmpty();
    assertThat(await(member.views().record(BLUE))).isPresent();
  }

  @Test
  void refusesToGoOnOverAGap() {
    // given
    project(List.of(Events.created(BLUE, 1, "c-1")));
    Projector resumed = await(member.projector(SnapshotSource.none()));
    // when, then
    assertThatThrownBy(() -> project(resumed, Events.deletionRequested(BLUE, 3, "c-2"), 0, 2))
        .isInstanceOf(GapException.class)
        .hasMessageContaining("blue/provisioner/3");
    assertThat(await(member.projector(SnapshotSource.none())).from()).containsEntry(0, 1L);
    assertThatThrownBy(() -> await(resumed.ended())).isInstanceOf(GapException.class);
    assertThatThrownBy(() -> await(resumed.project(Events.created(GREEN, 1, "c-3"), 0, 3)))
        .isInstanceOf(GapException.class);
  }

  @Test
  void believesALogThatIsReadFromItsBeginning() {
    // given, when
    project(List.of(Events.created(BLUE, 1, "c-1"), Events.deletionRequested(BLUE, 3, "c-2")));
    // then
    assertThat(await(member.views().find(BLUE)))
        .map(WorkspaceView::status)
        .contains(Status.DELETING);
  }

  @Test
  void believesTheLogNoLongerWhenItHasCaughtUp() {
    // given
    project(List.of(Events.created(BLUE, 1, "c-1")));
    // when
    projector.caughtUp();
    // then
    assertThatThrownBy(() -> project(List.of(Events.deletionRequested(BLUE, 3, "c-2"))))
        .isInstanceOf(GapException.class);
  }

  @Test
  void takesMoreEventsThanItFoldsTogether() {
    // given
    int many = 3 * Projector.BATCH;
    List<EventRecord> events =
        IntStream.rangeClosed(1, many)
            .mapToObj(sequence -> Events.deletionRequested(BLUE, sequence, "c-" + sequence))
            .toList();
    // when
    project(events);
    // then
    assertThat(await(member.views().record(BLUE))).contains(folded(BLUE, events));
    assertThat(await(member.projector(SnapshotSource.none())).from()).containsEntry(0, (long) many);
  }

  @Test
  void goesOnWhereTheClusterStands() {
    // given
    project(projector, Events.created(BLUE, 1, "c-1"), 3, 41);
    // when, then
    assertThat(await(member.projector(SnapshotSource.none())).from()).isEqualTo(Map.of(3, 42L));
    assertThat(await(member.rebuildingProjector(SnapshotSource.none())).from()).isEmpty();
  }

  @Test
  void remembersWhatWasDecided() {
    // given
    Refusal refusal =
        Refusal.invalid(
            List.of(new FieldError("name", "is odd"), new FieldError("expiry", "is past")));
    EventRecord refused = Events.lifecycle(BLUE, 1, "c-1", new Event.Refused(refusal));
    // when
    project(List.of(refused, Events.created(BLUE, 2, "c-2"), Events.provisioned(BLUE, 3, "c-2")));
    // then
    assertThat(decided("c-1")).contains(new Decision.Refused(refusal));
    assertThat(decided("c-2")).contains(new Decision.Accepted(Decision.Consequence.CREATED));
    assertThat(decided("c-3")).isEmpty();
  }

  private Optional<Decision> decided(String command) {
    Command any =
        new Command.Delete(new CommandId(command), BLUE, "", new DeletionReason.Requested());
    return await(member.views().decided(any, Duration.ofMillis(1)));
  }

  private void project(List<EventRecord> events) {
    long offset = await(member.projector(SnapshotSource.none())).from().getOrDefault(0, 0L);
    for (EventRecord event : events) {
      await(projector.project(event, 0, offset++));
    }
    await(projector.settled());
  }

  private static void project(Projector projector, EventRecord event, int partition, long offset) {
    await(projector.project(event, partition, offset));
    await(projector.settled());
  }

  static WorkspaceView folded(WorkspaceId id, List<EventRecord> events) {
    WorkspaceView view = WorkspaceView.absent(id);
    for (EventRecord event : events) {
      view = view.apply(event);
    }
    return view;
  }
}
