package dev.helium.story.chaos.check;

import dev.helium.story.chaos.fault.Struck;
import java.util.List;

/** Only what was killed ended, and all of it came back. */
final class ProcessesCheck implements Check {
  @Override
  public List<Finding> examine(Evidence evidence) {
    long blows =
        evidence.struck().stream().mapToLong(struck -> struck.fault().blows().size()).sum();
    List<String> troubles =
        evidence.struck().stream()
            .flatMap(
                (Struck struck) ->
                    struck.troubles().stream()
                        .map(
                            trouble ->
                                "fault %d (%s): %s"
                                    .formatted(struck.number(), struck.fault(), trouble)))
            .toList();
    return List.of(
        new Finding(blows, "processes that were hit came back, and no other ended", troubles));
  }
}
