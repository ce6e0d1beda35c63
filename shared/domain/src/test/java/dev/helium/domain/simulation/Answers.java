package dev.helium.domain.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What commands were answered in the last day. */
final class Answers {
  private static final Duration DAY = Duration.ofDays(1);

  private record Answer(String words, Instant given) {}

  private final Map<String, Answer> given = new LinkedHashMap<>();

  boolean knows(String command) {
    return given.containsKey(command);
  }

  void remember(String command, String words, Instant now) {
    given.values().removeIf(answer -> !answer.given().plus(DAY).isAfter(now));
    given.put(command, new Answer(words, now));
  }

  /** By command, the oldest first. */
  Map<String, String> all() {
    Map<String, String> words = new LinkedHashMap<>();
    given.forEach((command, answer) -> words.put(command, answer.words()));
    return words;
  }
}
