package dev.helium.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.Command;
import dev.helium.domain.Event;
import dev.helium.domain.Kinds;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Transition;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Where runs have been, against all there is. */
final class Coverage {
  private record Visit(String state, String what) {}

  private record Way(String state, String event, String next) {}

  private final Set<Visit> commands = new HashSet<>();
  private final Set<Visit> reports = new HashSet<>();
  private final Set<Visit> observations = new HashSet<>();
  private final Set<Way> ways = new HashSet<>();

  void command(Lifecycle state, Command command) {
    commands.add(new Visit(Kinds.of(state), Kinds.of(command)));
  }

  void report(Lifecycle state, AttemptReport report) {
    reports.add(new Visit(Kinds.of(state), Kinds.of(report)));
  }

  void observation(Lifecycle state, Event event) {
    observations.add(new Visit(Kinds.of(state), Kinds.of(event)));
  }

  void event(Lifecycle state, Event event, Lifecycle next) {
    ways.add(new Way(Kinds.of(state), Kinds.of(event), Kinds.of(next)));
  }

  /** Every pair that can be reached was visited, and no way was gone that is not known. */
  void assertComplete() {
    Set<String> states = Kinds.of(Lifecycle.class);
    assertThat(commands).isEqualTo(product(states, Kinds.of(Command.class)));
    assertThat(reports).isEqualTo(product(states, Kinds.of(AttemptReport.class)));
    assertThat(observations).isEqualTo(product(states, Kinds.of(Event.ObservationEvent.class)));
    assertThat(ways).isEqualTo(known());
  }

  private static Set<Way> known() {
    return Transition.all().stream()
        .map(
            each ->
                new Way(
                    each.state(), each.event(), each.next().isEmpty() ? each.state() : each.next()))
        .collect(Collectors.toSet());
  }

  private static Set<Visit> product(Set<String> states, Set<String> kinds) {
    return states.stream()
        .flatMap(state -> kinds.stream().map(kind -> new Visit(state, kind)))
        .collect(Collectors.toSet());
  }
}
