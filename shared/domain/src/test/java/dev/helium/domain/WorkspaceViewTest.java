package dev.helium.domain;

import static dev.helium.domain.Samples.EXPIRY;
import static dev.helium.domain.Samples.ID;
import static dev.helium.domain.Samples.NOW;
import static dev.helium.domain.Samples.SPEC;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WorkspaceViewTest {
  private static final Readiness READY = new Readiness.Ready();
  private static final Readiness WAITING = notReady(ReasonKind.WAITING);
  private static final Readiness BROKEN = notReady(ReasonKind.FATAL);

  @Test
  void aWorkspaceIsReadyOnlyWhenItsProgramHasEndedAndItsPodsAre() {
    // given
    WorkspaceView created = decided(WorkspaceView.absent(ID), 1, created(1));
    // then
    assertThat(created.status()).isEqualTo(Status.CREATING);
    assertThat(seen(created, 1, 1, READY).status()).isEqualTo(Status.CREATING);
    WorkspaceView provisioned = decided(created, 2, new Event.Provisioned(1, Map.of()));
    assertThat(provisioned.status()).isEqualTo(Status.CREATING);
    assertThat(seen(provisioned, 1, 1, WAITING).status()).isEqualTo(Status.CREATING);
    assertThat(seen(provisioned, 1, 1, BROKEN).status()).isEqualTo(Status.FAILED);
    WorkspaceView ready = seen(provisioned, 1, 1, READY);
    assertThat(ready.status()).isEqualTo(Status.READY);
    assertThat(seen(ready, 2, 1, WAITING).status()).isEqualTo(Status.NOT_READY);
    assertThat(seen(ready, 2, 1, BROKEN).status()).isEqualTo(Status.FAILED);
  }

  @Test
  void whatWasSeenInAnEarlierLifeDoesNotCount() {
    // given
    WorkspaceView first = seen(decided(WorkspaceView.absent(ID), 1, created(1)), 1, 1, READY);
    WorkspaceView second =
        decided(decided(first, 2, created(2)), 3, new Event.Provisioned(2, Map.of()));
    // when
    WorkspaceView late = seen(second, 2, 1, READY);
    // then
    assertThat(late.readiness()).isEqualTo(new Readiness.Unknown());
    assertThat(late.status()).isEqualTo(Status.CREATING);
    assertThat(late.observed()).isEqualTo(2);
  }

  @Test
  void eachSourceIsCountedForItself() {
    // given
    WorkspaceView view = decided(WorkspaceView.absent(ID), 1, created(1));
    WorkspaceView ready = seen(view, 1, 1, READY);
    // then an event that comes again changes nothing
    assertThat(seen(ready, 1, 1, WAITING)).isEqualTo(ready);
    assertThat(decided(ready, 1, new Event.Destroyed(1))).isEqualTo(ready);
  }

  @Test
  void addressesAreTheNewestSeen() {
    // given
    WorkspaceView view = decided(WorkspaceView.absent(ID), 1, created(1));
    // when
    WorkspaceView connected =
        view.apply(
            observation(1, new Event.ConnectionChanged(1, Map.of("Service/web", "10.0.0.1"))));
    // then
    assertThat(connected.addresses()).containsExactly(Map.entry("Service/web", "10.0.0.1"));
  }

  @Test
  void waysInAreTheNewestSeenInThisLife() {
    // given
    Connection way =
        new Connection(
            Connection.Kind.LINK,
            "Service/web",
            "http",
            Connection.Scheme.HTTP,
            "10.0.0.1",
            80,
            "/",
            "");
    WorkspaceView view = decided(WorkspaceView.absent(ID), 1, created(1));
    // when
    WorkspaceView connected =
        seen(
            view.apply(observation(1, new Event.ConnectionChanged(1, Map.of(), List.of(way)))),
            2,
            1,
            READY);
    // then
    assertThat(connected.connections()).containsExactly(way);
    assertThat(
            connected
                .apply(observation(3, new Event.ConnectionChanged(1, Map.of(), List.of())))
                .connections())
        .isEmpty();
    assertThat(decided(connected, 2, created(2)).connections()).isEmpty();
  }

  @Test
  void whatIsGoneHasNoWayIn() {
    // given
    Connection way =
        new Connection(
            Connection.Kind.INSIDE,
            "Service/web",
            "http",
            Connection.Scheme.HTTP,
            "web.demo.svc",
            80,
            "",
            "");
    WorkspaceView connected =
        decided(WorkspaceView.absent(ID), 1, created(1))
            .apply(
                observation(
                    1,
                    new Event.ConnectionChanged(
                        1, Map.of("Service/web", "10.0.0.1"), List.of(way))));
    // when
    WorkspaceView leaving =
        decided(connected, 2, new Event.DeletionRequested(1, new DeletionReason.Requested(), "me"));
    WorkspaceView gone =
        decided(leaving, 3, new Event.Deleted(new Receipt(1, List.of("gone"), NOW)));
    // then
    assertThat(leaving.addresses()).isNotEmpty();
    assertThat(leaving.connections()).containsExactly(way);
    assertThat(gone.addresses()).isEmpty();
    assertThat(gone.connections()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.helium.domain.Samples#everyLifecycle")
  void everyStateHasOneWord(Lifecycle lifecycle) {
    // when
    Status status = Status.of(lifecycle, READY, true);
    // then
    Status expected =
        switch (lifecycle) {
          case Lifecycle.Absent ignored -> Status.PENDING;
          case Lifecycle.Provisioning ignored -> Status.CREATING;
          case Lifecycle.Provisioned ignored -> Status.READY;
          case Lifecycle.ProvisioningFailed ignored -> Status.FAILED;
          case Lifecycle.Destroying ignored -> Status.DELETING;
          case Lifecycle.DestroyFailed ignored -> Status.FAILED;
          case Lifecycle.Destroyed ignored -> Status.DELETING;
          case Lifecycle.Deleted ignored -> Status.DELETING;
        };
    assertThat(status).isEqualTo(expected);
  }

  private static Event created(int incarnation) {
    return new Event.Created(incarnation, incarnation, SPEC, "ada", EXPIRY);
  }

  private static Readiness notReady(ReasonKind kind) {
    return new Readiness.NotReady(List.of(new Reason(kind, "Pod/web", "Code", "because")));
  }

  private static WorkspaceView decided(WorkspaceView view, long sequence, Event event) {
    return view.apply(
        new EventRecord(
            ID, Source.PROVISIONER, sequence, new Cause.Commanded(new CommandId("c")), NOW, event));
  }

  private static WorkspaceView seen(
      WorkspaceView view, long sequence, int incarnation, Readiness readiness) {
    return view.apply(observation(sequence, new Event.ReadinessChanged(incarnation, readiness)));
  }

  private static EventRecord observation(long sequence, Event event) {
    return new EventRecord(ID, Source.STATUS_WATCHER, sequence, new Cause.Observed(), NOW, event);
  }
}
