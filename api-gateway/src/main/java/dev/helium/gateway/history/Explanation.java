package dev.helium.gateway.history;

import dev.helium.domain.Event;
import dev.helium.domain.Failure;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Receipt;
import dev.helium.domain.WorkspaceView;
import dev.helium.gateway.workspaces.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Why a workspace is as it is, as far as its view and its newest events say. */
final class Explanation {
  private final WorkspaceView view;
  private final List<NumberedEvent> events;

  /**
   * @param events the newest of the name, in order; those that are missing are not spoken of
   */
  Explanation(WorkspaceView view, List<NumberedEvent> events) {
    this.view = Objects.requireNonNull(view);
    this.events = List.copyOf(events);
  }

  String state() {
    return word(view);
  }

  /** Since when it has been in that state, or been known to be. */
  Instant since() {
    WorkspaceView folded = WorkspaceView.absent(view.workspace().id());
    Instant since = view.changedAt();
    String state = "";
    for (NumberedEvent event : events) {
      folded = folded.apply(event.record());
      if (!word(folded).equals(state)) {
        state = word(folded);
        since = event.record().time();
      }
    }
    // Without the events before them, these may not come to the state that it is in.
    return state.equals(state()) || events.isEmpty() ? since : events.getFirst().record().time();
  }

  /** The sentences of the events that led to it, in their order. */
  List<String> because() {
    return reasons().stream()
        .sorted(Comparator.comparingLong(NumberedEvent::number))
        .distinct()
        .map(Sentences::of)
        .toList();
  }

  /** What went wrong, at last, if that is what keeps it from being what was wanted. */
  Optional<Trouble> trouble() {
    return Trouble.of(view).or(this::putOff);
  }

  Optional<Receipt> receipt() {
    return view.workspace().lifecycle() instanceof Lifecycle.Deleted(Receipt receipt)
        ? Optional.of(receipt)
        : Optional.empty();
  }

  private Optional<Trouble> putOff() {
    boolean waits =
        switch (view.workspace().lifecycle()) {
          case Lifecycle.Provisioning making -> making.failures() > 0;
          case Lifecycle.Destroying(int attempt, int failures, var notBefore, var reason) ->
              failures > 0;
          case Lifecycle ignored -> false;
        };
    if (!waits) {
      return Optional.empty();
    }
    return last(event -> event instanceof Event.RetryScheduled)
        .map(
            event -> {
              Failure failure = ((Event.RetryScheduled) event.record().event()).failure();
              return Trouble.of(failure);
            });
  }

  private List<NumberedEvent> reasons() {
    List<NumberedEvent> reasons = new ArrayList<>();
    switch (view.workspace().lifecycle()) {
      case Lifecycle.Absent ignored -> add(reasons, event -> event instanceof Event.Refused);
      case Lifecycle.Provisioning making -> {
        add(reasons, Explanation::asksToMake);
        if (making.failures() > 0) {
          add(reasons, event -> event instanceof Event.RetryScheduled);
        }
        add(reasons, event -> isProgressOf(event, making.attempt()));
      }
      case Lifecycle.Provisioned made -> {
        add(reasons, event -> isDriftOf(event, made));
        add(reasons, Explanation::asksToMake);
        add(reasons, event -> event instanceof Event.Provisioned);
        addSinceBirth(reasons, event -> event instanceof Event.ReadinessChanged);
        addSinceBirth(reasons, event -> event instanceof Event.ExpiryChanged);
        addSinceBirth(
            reasons,
            event -> event instanceof Event.Protected || event instanceof Event.Unprotected);
        addSinceBirth(reasons, event -> event instanceof Event.ExpiringSoon);
      }
      case Lifecycle.ProvisioningFailed ignored -> {
        add(reasons, Explanation::asksToMake);
        add(reasons, event -> event instanceof Event.GaveUp || event instanceof Event.Cancelled);
      }
      case Lifecycle.Destroying(int attempt, int failures, var notBefore, var reason) -> {
        add(reasons, event -> event instanceof Event.DeletionRequested);
        addSinceDeletion(reasons, event -> event instanceof Event.Retried);
        addSinceDeletion(reasons, event -> event instanceof Event.ClusterGone);
        if (failures > 0) {
          add(reasons, event -> event instanceof Event.RetryScheduled);
        }
        add(reasons, event -> isProgressOf(event, attempt));
      }
      case Lifecycle.DestroyFailed ignored -> {
        add(reasons, event -> event instanceof Event.DeletionRequested);
        addSinceDeletion(reasons, event -> event instanceof Event.ClusterGone);
        add(reasons, event -> event instanceof Event.GaveUp);
      }
      case Lifecycle.Destroyed ignored -> {
        add(reasons, event -> event instanceof Event.DeletionRequested);
        addSinceDeletion(reasons, event -> event instanceof Event.ClusterGone);
        add(reasons, event -> event instanceof Event.Destroyed);
        addAfter(
            reasons,
            event -> event instanceof Event.DeletionHeld,
            event -> event instanceof Event.Destroyed);
      }
      case Lifecycle.Deleted ignored -> {
        add(reasons, event -> event instanceof Event.DeletionRequested);
        addSinceDeletion(reasons, event -> event instanceof Event.ClusterGone);
        add(reasons, event -> event instanceof Event.Destroyed);
        add(reasons, event -> event instanceof Event.Deleted);
      }
    }
    return reasons;
  }

  private void add(List<NumberedEvent> reasons, Predicate<Event> kind) {
    last(kind).ifPresent(reasons::add);
  }

  /** Only what belongs to the present life: names are used again. */
  private void addSinceBirth(List<NumberedEvent> reasons, Predicate<Event> kind) {
    addAfter(reasons, kind, event -> event instanceof Event.Created);
  }

  private void addSinceDeletion(List<NumberedEvent> reasons, Predicate<Event> kind) {
    addAfter(reasons, kind, event -> event instanceof Event.DeletionRequested);
  }

  private void addAfter(
      List<NumberedEvent> reasons, Predicate<Event> kind, Predicate<Event> beginning) {
    long begun = last(beginning).map(NumberedEvent::number).orElse(0L);
    last(kind).filter(event -> event.number() > begun).ifPresent(reasons::add);
  }

  private Optional<NumberedEvent> last(Predicate<Event> kind) {
    return events.reversed().stream()
        .filter(event -> kind.test(event.record().event()))
        .findFirst();
  }

  private static boolean asksToMake(Event event) {
    return event instanceof Event.Created
        || event instanceof Event.Updated
        || event instanceof Event.Retried;
  }

  private static boolean isDriftOf(Event event, Lifecycle.Provisioned made) {
    return event instanceof Event.Drifted drifted
        && made.isDrifted()
        && drifted.attempt() == made.attempt();
  }

  private static boolean isProgressOf(Event event, int attempt) {
    return event instanceof Event.Progressed progressed && progressed.attempt() == attempt;
  }

  /** The state in one word, that of a dead workspace too. */
  static String word(WorkspaceView view) {
    return switch (view.workspace().lifecycle()) {
      case Lifecycle.Absent ignored -> "absent";
      case Lifecycle.Deleted ignored -> "deleted";
      case Lifecycle ignored -> view.status().word();
    };
  }
}
