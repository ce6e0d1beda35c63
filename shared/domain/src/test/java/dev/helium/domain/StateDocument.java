package dev.helium.domain;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The states and what leads from one to the other, as Markdown for people. */
final class StateDocument {
  private static final String INTRODUCTION =
      """
      # States of a workspace

      Made from the code: the decider and the fold are asked for every state with every command and report.
      `StateDocumentTest` fails when this file says anything else, and says how to write it anew.

      An arrow is drawn where a workspace comes into another state or begins another attempt. What is refused,
      what changes nothing, and what a report of another attempt says (nothing, always) is in the tables alone.

      """;

  private final List<Transition> transitions;

  StateDocument(List<Transition> transitions) {
    this.transitions = List.copyOf(transitions);
  }

  String markdown() {
    StringBuilder text = new StringBuilder(INTRODUCTION);
    text.append("```mermaid\n").append(diagram()).append("```\n");
    grouped(transitions, Transition::state).forEach((state, all) -> text.append(table(state, all)));
    return text.toString();
  }

  private String diagram() {
    StringBuilder text = new StringBuilder("stateDiagram-v2\n  direction LR\n  [*] --> Absent\n");
    grouped(
            transitions.stream().filter(transition -> !transition.stays()).toList(),
            transition -> "  " + transition.state() + " --> " + transition.next())
        .forEach((arrow, all) -> text.append(arrow).append(": ").append(label(all)).append('\n'));
    return text.toString();
  }

  /** The kinds of what leads along an arrow; below each other where the arrow is short. */
  private static String label(List<Transition> all) {
    boolean comesBack = all.getFirst().next().equals(all.getFirst().state());
    return all.stream()
        .map(transition -> transition.trigger().split(",", 2)[0])
        .distinct()
        .collect(Collectors.joining(comesBack ? "<br/>" : ", "));
  }

  private static String table(String state, List<Transition> all) {
    StringBuilder text = new StringBuilder("\n## ").append(state).append("\n\n");
    text.append("| what comes | what is recorded | then |\n|---|---|---|\n");
    Set<String> situations =
        all.stream().map(Transition::when).collect(Collectors.toCollection(LinkedHashSet::new));
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    grouped(all, Transition::trigger)
        .forEach(
            (trigger, same) ->
                grouped(same, StateDocument::outcome)
                    .forEach(
                        (outcome, whens) ->
                            rows.computeIfAbsent(outcome, ignored -> new LinkedHashSet<>())
                                .addAll(words(trigger, whens, situations.size()))));
    rows.forEach(
        (outcome, triggers) ->
            text.append("| ").append(String.join("; ", triggers)).append(outcome).append('\n'));
    return text.toString();
  }

  private static String outcome(Transition transition) {
    String event =
        transition.detail().isEmpty()
            ? transition.event()
            : transition.event()
                + ": "
                + transition.detail().toLowerCase(Locale.ROOT).replace('_', ' ');
    String next =
        transition.next().equals(transition.state())
            ? transition.next() + ", next attempt"
            : transition.next();
    return " | " + event + " | " + next + " |";
  }

  /** With the situations when the same trigger does something else in others. */
  private static List<String> words(String trigger, List<Transition> whens, int situations) {
    return whens.size() == situations
        ? List.of(trigger)
        : whens.stream()
            .map(transition -> (trigger + " " + situation(transition)).strip())
            .toList();
  }

  /** Where the others of a state have words, the one without is what they are not. */
  private static String situation(Transition transition) {
    return transition.when().isEmpty() ? "otherwise" : transition.when();
  }

  private static Map<String, List<Transition>> grouped(
      List<Transition> all, Function<Transition, String> key) {
    return all.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }
}
