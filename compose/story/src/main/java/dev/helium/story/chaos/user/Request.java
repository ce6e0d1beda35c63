package dev.helium.story.chaos.user;

import dev.helium.story.Answer;
import dev.helium.story.StoryClient;
import java.time.Duration;
import java.util.Map;

/**
 * One thing that somebody wants.
 *
 * @param person nobody else and no other request has that name, so the log tells what came of it
 * @param name of the workspace
 * @param values a file that goes with it; empty for none
 */
record Request(
    Operation operation, String person, String name, Map<String, String> fields, String values) {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

  Request {
    fields = Map.copyOf(fields);
  }

  /** Asks once; the key is the same each time. */
  Answer send(StoryClient everybody) {
    StoryClient client = everybody.as(person, "key-of-" + person, LONGEST_ANSWER);
    return switch (operation) {
      case CREATE ->
          values.isEmpty() ? client.create(fields) : client.createWithValues(fields, values);
      case DELETE -> client.delete(name);
      case EXTEND -> client.act(name, "extend", fields);
      case RETRY -> client.act(name, "retry");
      case CANCEL -> client.act(name, "cancel");
      case PROTECT -> client.act(name, "protect", fields);
      case UNPROTECT -> client.act(name, "unprotect");
      case SHORTEN -> client.act(name, "shorten", fields);
      case REVIVE -> client.act(name, "revive");
    };
  }
}
