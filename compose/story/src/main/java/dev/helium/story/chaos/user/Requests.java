package dev.helium.story.chaos.user;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What one user wants, one thing after the other, chosen by chance. */
final class Requests {
  private static final int SHORTEST_LIFE_SECONDS = 3;
  private static final int LONGEST_LIFE_SECONDS = 8;
  private static final int SHORTEST_PAUSE_MILLISECONDS = 200;
  private static final int LONGEST_PAUSE_MILLISECONDS = 1_500;
  private static final int MOST_DAYS = 60;

  /** Of 100 requests so many are made, or updated; one in six of them ends soon. */
  private static final int CREATIONS = 48;

  private static final int DELETIONS = CREATIONS + 12;
  private static final int EXTENSIONS = DELETIONS + 6;
  private static final int RETRIES = EXTENSIONS + 4;
  private static final int CANCELLATIONS = RETRIES + 6;
  private static final int PROTECTIONS = CANCELLATIONS + 5;
  private static final int PROTECTIONS_ENDED = PROTECTIONS + 3;
  private static final int SHORTENINGS = PROTECTIONS_ENDED + 5;
  private static final int REVIVALS = SHORTENINGS + 6;

  private static final List<String> VALUES =
      List.of(
          "",
          "",
          "replicas: 2\n",
          "readyAfter: 500ms\n",
          "readyAfter: 1s\nenvironment: {COLOUR: blue}\n",
          "image: registry.example/image-pull-fails:1\n");

  /** Each breaks a rule; the last two only where the workspace is decided about. */
  private static final List<Map<String, String>> WRONG =
      List.of(
          Map.of("name", "No Name"),
          Map.of("expiry", "tomorrow"),
          Map.of("expiry", "2001-01-01"),
          Map.of("backend", "castle"));

  private final RandomGenerator random;
  private final String user;
  private final List<String> names;
  private final InstantSource clock;
  private int count;

  /**
   * @param names that there are for workspaces
   */
  Requests(RandomGenerator random, String user, List<String> names, InstantSource clock) {
    this.random = random;
    this.user = user;
    this.names = List.copyOf(names);
    this.clock = clock;
  }

  Request next() {
    String name = names.get(random.nextInt(names.size()));
    int choice = random.nextInt(100);
    if (choice < CREATIONS) {
      return creation(name);
    }
    if (choice < DELETIONS) {
      return request(Operation.DELETE, name, Map.of(), "");
    }
    if (choice < EXTENSIONS) {
      return request(
          Operation.EXTEND, name, Map.of("expiry", day(), "why", "it is still needed"), "");
    }
    if (choice < RETRIES) {
      return request(Operation.RETRY, name, Map.of(), "");
    }
    if (choice < CANCELLATIONS) {
      return request(Operation.CANCEL, name, Map.of(), "");
    }
    if (choice < PROTECTIONS) {
      // Some end soon, so that what they held goes while somebody looks.
      String until = random.nextBoolean() ? soon() : day();
      return request(Operation.PROTECT, name, Map.of("until", until, "why", "the demo runs"), "");
    }
    if (choice < PROTECTIONS_ENDED) {
      return request(Operation.UNPROTECT, name, Map.of(), "");
    }
    if (choice < SHORTENINGS) {
      return request(
          Operation.SHORTEN, name, Map.of("expiry", soon(), "why", "the demo is over"), "");
    }
    if (choice < REVIVALS) {
      return request(Operation.REVIVE, name, Map.of(), "");
    }
    Map<String, String> fields = new HashMap<>(Map.of("name", name));
    fields.putAll(WRONG.get(random.nextInt(WRONG.size())));
    return request(Operation.CREATE, name, fields, "");
  }

  /** Whether the last request is sent again though it was answered. */
  boolean again() {
    return random.nextInt(8) == 0;
  }

  Duration pause() {
    return Duration.ofMillis(
        random.nextInt(SHORTEST_PAUSE_MILLISECONDS, LONGEST_PAUSE_MILLISECONDS));
  }

  private Request creation(String name) {
    String values = VALUES.get(random.nextInt(VALUES.size()));
    return random.nextInt(6) == 0
        ? request(Operation.CREATE, name, Map.of("name", name, "expiry", soon()), values)
        : request(Operation.CREATE, name, Map.of("name", name), values);
  }

  private Request request(
      Operation operation, String name, Map<String, String> fields, String values) {
    count++;
    return new Request(operation, user + "." + count, name, fields, values);
  }

  private String soon() {
    int seconds = random.nextInt(SHORTEST_LIFE_SECONDS, LONGEST_LIFE_SECONDS);
    return clock.instant().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private String day() {
    return today().plusDays(random.nextInt(1, MOST_DAYS)).toString();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
