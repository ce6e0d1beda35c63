package dev.helium.story.chaos.check;

import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.Decision;
import dev.helium.domain.EventRecord;
import dev.helium.story.chaos.journal.Logged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every command in the log was decided, and none twice. */
final class OutcomesCheck implements Check {
  @Override
  public List<Finding> examine(Evidence evidence) {
    Map<CommandId, Integer> sent = new LinkedHashMap<>();
    evidence.journal().commands().forEach(one -> sent.merge(one.value().id(), 1, Integer::sum));
    Map<CommandId, Integer> outcomes = outcomes(evidence.journal().events());
    List<String> breaches = new ArrayList<>();
    sent.keySet()
        .forEach(
            command -> {
              int decided = outcomes.getOrDefault(command, 0);
              if (decided != 1) {
                breaches.add("command %s has %d outcomes".formatted(command, decided));
              }
            });
    outcomes.keySet().stream()
        .filter(command -> !sent.containsKey(command))
        .forEach(command -> breaches.add("nobody sent the command %s".formatted(command)));
    long repeated = sent.values().stream().filter(times -> times > 1).count();
    return List.of(
        new Finding(
            sent.size(),
            "commands have exactly one outcome (%d of them arrived more than once)"
                .formatted(repeated),
            breaches),
        new Finding(
            evidence.journal().commands().size() + evidence.journal().events().size(),
            "records of commands and events can be read, and none was put aside",
            unreadable(evidence)));
  }

  static Map<CommandId, Integer> outcomes(List<Logged<EventRecord>> events) {
    Map<CommandId, Integer> outcomes = new HashMap<>();
    for (Logged<EventRecord> event : events) {
      if (event.value().cause() instanceof Cause.Commanded(CommandId command)
          && Decision.of(event.value().event()).isPresent()) {
        outcomes.merge(command, 1, Integer::sum);
      }
    }
    return outcomes;
  }

  private static List<String> unreadable(Evidence evidence) {
    List<String> breaches = new ArrayList<>(evidence.journal().unreadable());
    if (evidence.journal().deadLetters() > 0) {
      breaches.add("%d dead letters".formatted(evidence.journal().deadLetters()));
    }
    return breaches;
  }
}
