package dev.helium.gateway.workspaces;

import dev.helium.domain.FieldError;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.List;

/**
 * How long a request wants to wait, and for what.
 *
 * @param untilReady whether it goes on waiting after the decision
 */
record WaitOptions(boolean untilReady, Duration longest) {
  private static final int DEFAULT_SECONDS = 60;
  private static final int MOST_SECONDS = 300;

  /**
   * Reads {@code wait} and {@code timeout}.
   *
   * @param shortly how long a request that asks for nothing waits for its decision
   * @param errors takes the rules that are broken
   */
  static WaitOptions read(MultiMap query, Duration shortly, List<FieldError> errors) {
    String wait = query.get("wait");
    Duration longest = Duration.ofSeconds(seconds(query.get("timeout"), errors));
    return switch (wait) {
      case null -> new WaitOptions(false, shortly);
      case "decided" -> new WaitOptions(false, longest);
      case "ready" -> new WaitOptions(true, longest);
      default -> {
        errors.add(new FieldError("wait", "must be decided or ready"));
        yield new WaitOptions(false, shortly);
      }
    };
  }

  private static int seconds(String text, List<FieldError> errors) {
    if (text == null) {
      return DEFAULT_SECONDS;
    }
    try {
      int seconds = Integer.parseInt(text);
      if (seconds >= 1 && seconds <= MOST_SECONDS) {
        return seconds;
      }
    } catch (NumberFormatException notANumber) {
      errors.add(rule());
      return DEFAULT_SECONDS;
    }
    errors.add(rule());
    return DEFAULT_SECONDS;
  }

  private static FieldError rule() {
    return new FieldError("timeout", "must be a whole number of seconds from 1 to " + MOST_SECONDS);
  }
}
