package dev.helium.gateway.recent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.Receipt;
import dev.helium.domain.Source;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresentLifeTest {
  private static final WorkspaceId ID = new WorkspaceId("blue");
  private static final Instant NOW = Instant.parse("2026-03-04T05:00:00Z");
  private static final List<Event> MADE = List.of(created(1, 1, "red"), provisioned(1));
  private static final List<Event> GONE = gone(2);

  static Stream<List<Event>> histories() {
    return Stream.of(
        MADE,
        both(MADE, GONE),
        both(MADE, List.of(updated(2, "green"), provisioned(2))),
        both(MADE, both(List.of(updated(2, "green"), provisioned(2)), gone(3))),
        both(MADE, both(List.of(updated(2, "green")), gone(3))),
        both(List.of(created(1, 1, "red"), retryOf(1)), List.of(provisioned(2))),
        both(List.of(created(1, 1, "red"), retryOf(1), provisioned(2)), gone(3)),
        both(both(MADE, GONE), List.of(created(2, 3, "green"), provisioned(3))),
        both(both(MADE, GONE), both(List.of(created(2, 3, "green"), provisioned(3)), gone(4))));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void whatTheNewestStateSaysIsWhatTheEventsSay(List<Event> history) {
    // given
    PresentLife present = new PresentLife(fold(history));
    Beside truth = Beside.NOTHING;
    for (int index = 0; index < history.size(); index++) {
      boolean newest = index == history.size() - 1;
      // when
      truth = truth.after(history.get(index));
      Optional<Beside> labelled = present.beside(newest, true, true);
      Optional<Beside> unlabelled = present.beside(newest, true, false);
      // then
      Beside wanted = truth.numbered(0);
      assertThat(labelled.map(beside -> beside.numbered(0)).orElse(wanted)).isEqualTo(wanted);
      assertThat(unlabelled.map(Beside::owner).orElse(wanted.owner())).isEqualTo(wanted.owner());
    }
  }

  @Test
  void nothingIsReadOfALifeInWhichNothingWasChanged() {
    for (List<Event> history : List.of(MADE, both(MADE, GONE))) {
      for (int end = 1; end <= history.size(); end++) {
        // when
        PresentLife present = new PresentLife(fold(history.subList(0, end)));
        // then
        assertThat(present.beside(false, true, true)).as("after " + end).isPresent();
      }
    }
  }

  @Test
  void theLabelsOfALifeThatWasChangedHaveToBeRead() {
    // given
    PresentLife deleted =
        new PresentLife(fold(both(MADE, both(List.of(updated(2, "green")), gone(3)))));
    // then
    assertThat(deleted.beside(false, true, true)).isEmpty();
    assertThat(deleted.beside(false, true, false)).isPresent();
    assertThat(deleted.atLeast(true).owner()).isEqualTo("ann");
    assertThat(deleted.atLeast(true).labelled()).isFalse();
  }

  private static Workspace fold(List<Event> history) {
    Workspace workspace = Workspace.absent(ID);
    for (int index = 0; index < history.size(); index++) {
      workspace =
          workspace.apply(
              new EventRecord(
                  ID,
                  Source.PROVISIONER,
                  index + 1L,
                  new Cause.Commanded(new CommandId("c-" + index)),
                  NOW,
                  history.get(index)));
    }
    return workspace;
  }

  private static List<Event> both(List<Event> some, List<Event> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static List<Event> gone(int attempt) {
    return List.of(
        new Event.DeletionRequested(attempt, new DeletionReason.Requested(), "ann"),
        new Event.Destroyed(attempt),
        new Event.Deleted(new Receipt(1, List.of("no namespace"), NOW)));
  }

  private static Event created(int incarnation, int attempt, String label) {
    return new Event.Created(incarnation, attempt, spec(label), "ann", NOW);
  }

  private static Event updated(int attempt, String label) {
    return new Event.Updated(attempt, spec(label), "ann", NOW);
  }

  private static Event provisioned(int attempt) {
    return new Event.Provisioned(attempt, Map.of());
  }

  private static Event retryOf(int attempt) {
    return new Event.RetryScheduled(
        attempt, new Failure(FailureKind.CANCELLED, "it was"), attempt + 1, NOW);
  }

  private static WorkspaceSpec spec(String label) {
    return new WorkspaceSpec("namespace", Map.of(), Map.of(), Map.of("colour", label));
  }
}
