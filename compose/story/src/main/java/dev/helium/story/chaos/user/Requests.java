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
  private static final int CREATIONS = 56;

  private static final int DELETIONS = CREATIONS + 14;
  private static final int EXTENSIONS = DELETIONS + 8;
  private static final int RETRIES = EXTENSIONS + 4;
  private static final int CANCELLATIONS = RETRIES + 8;

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
      String day = today().plusDays(random.nextInt(1, MOST_DAYS)).toString();
      return request(
          Operation.EXTEND, name, Map.of("expiry", day, "why", "it is still needed"), "");
    }
    if (choice < RETRIES) {
      return request(Operation.RETRY, name, Map.of(), "");
    }
    if (choice < CANCELLATIONS) {
      return request(Operation.CANCEL, name, Map.of(), "");
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
    int life = random.nextInt(SHORTEST_LIFE_SECONDS, LONGEST_LIFE_SECONDS);
    return random.nextInt(6) == 0
        ? request(
            Operation.CREATE,
            name,
            Map.of(
                "name",
                name,
                "expiry",
                clock.instant().plusSeconds(life).truncatedTo(ChronoUnit.SECONDS).toString()),
            values)
        : request(Operation.CREATE, name, Map.of("name", name), values);
  }

  private Request request(
      Operation operation, String name, Map<String, String> fields, String values) {
    count++;
    return new Request(operation, user + "." + count, name, fields, values);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
