package dev.helium.story.chaos.user;

import dev.helium.story.StoryClient;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the API says of itself: which operations there are, and which of them may be repeated under
 * the same key.
 */
public record Abilities(Set<Operation> offered, Set<Operation> repeatable) {
  private static final String KEY = "IdempotencyKey";

  public Abilities {
    offered = Set.copyOf(offered);
    repeatable = Set.copyOf(repeatable);
  }

  public static Abilities of(StoryClient client) {
    String contract = client.contract();
    Set<Operation> offered = EnumSet.noneOf(Operation.class);
    Set<Operation> repeatable = EnumSet.of(Operation.CREATE);
    Arrays.stream(Operation.values())
        .filter(operation -> contract.contains(start(operation)))
        .forEach(
            operation -> {
              offered.add(operation);
              if (takesAKey(contract, operation)) {
                repeatable.add(operation);
              }
            });
    return new Abilities(offered, repeatable);
  }

  /** Of its own, or with those that it shares with another operation. */
  private static boolean takesAKey(String contract, Operation operation) {
    int start = contract.indexOf(start(operation));
    int end = contract.indexOf("responses:", start);
    String description = contract.substring(start, end < 0 ? contract.length() : end);
    return description.contains(KEY) || description.contains("parameters: *");
  }

  private static String start(Operation operation) {
    return switch (operation) {
      case CREATE -> "operationId: createWorkspace\n";
      case DELETE -> "operationId: deleteWorkspace\n";
      case EXTEND -> "operationId: extendWorkspace\n";
      case RETRY -> "operationId: retryWorkspace\n";
      case CANCEL -> "operationId: cancelWorkspace\n";
      case PROTECT -> "operationId: protectWorkspace\n";
      case UNPROTECT -> "operationId: unprotectWorkspace\n";
      case SHORTEN -> "operationId: shortenWorkspace\n";
      case REVIVE -> "operationId: reviveWorkspace\n";
    };
  }
}
