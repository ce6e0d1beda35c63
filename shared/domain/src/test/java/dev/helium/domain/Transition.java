package dev.helium.domain;

import static dev.helium.domain.Samples.DECIDER;
import static dev.helium.domain.Samples.NOW;

import java.util.ArrayList;
import java.util.List;

/**
 * What one command or report does to a workspace in one situation, as the code decides it.
 *
 * @param when what matters beside the state; empty when nothing does
 * @param detail of the event; empty when there is nothing to say
 */
public record Transition(
    String state, String when, String trigger, String event, String detail, String next) {

  /** All there are, in the order of situations, then commands, then reports. */
  public static List<Transition> all() {
    List<Transition> all = new ArrayList<>();
    for (StateSpace.Situation situation : StateSpace.situations()) {
      for (StateSpace.Request request : StateSpace.requests()) {
        DECIDER
            .decide(situation.workspace(), request.command(), NOW)
            .forEach(event -> all.add(of(situation, request.words(), event)));
      }
      for (StateSpace.Report report : StateSpace.reports()) {
        DECIDER
            .report(situation.workspace(), report.report(), NOW)
            .forEach(event -> all.add(of(situation, report.words(), event)));
      }
    }
    return all.stream().distinct().toList();
  }

  /** True when the workspace is in the same state as before, and no attempt was begun. */
  boolean stays() {
    return next.isEmpty();
  }

  private static boolean stays(Workspace before, Workspace after) {
    return Kinds.of(after.lifecycle()).equals(Kinds.of(before.lifecycle()))
        && after.attempt() == before.attempt();
  }

  private static Transition of(
      StateSpace.Situation situation, String trigger, Event.LifecycleEvent event) {
    Workspace before = situation.workspace();
    Workspace after = before.apply(Samples.record(before, event));
    return new Transition(
        situation.state(),
        situation.when(),
        trigger,
        Kinds.of(event),
        event instanceof Event.Refused(Refusal refusal) ? refusal.reason().name() : "",
        stays(before, after) ? "" : Kinds.of(after.lifecycle()));
  }
}
