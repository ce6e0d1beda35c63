package dev.helium.deletion.recurring;

import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The fields of one entry, and the rules that they break. */
final class RecurrenceFields {
  private static final Set<String> NAMES =
      new TreeSet<>(Set.of("name", "cron", "zone", "backend", "parameters", "expiry", "owner"));
  private static final Pattern WORD = Pattern.compile("[!-~]{1,100}");
  private static final int LONGEST_TEXT = 256;
  private static final int MOST_PARAMETERS = 64;
  private static final int MOST_SHOWN = 40;
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(3650);
  private static final LocalDateTime SOME_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private final JsonObject object;
  private final List<String> errors = new ArrayList<>();

  RecurrenceFields(JsonObject object) {
    this.object = object;
  }

  /** Empty when a rule is broken. */
  Optional<Recurrence> read() {
    object.fieldNames().stream()
        .filter(name -> !NAMES.contains(name))
        .forEach(name -> broken(shortened(name), "is not known; there are " + NAMES));
    String name = word("name", true);
    ZoneId zone = zone();
    Optional<CronSchedule> schedule = schedule(zone);
    String backend = word("backend", true);
    Map<String, String> parameters = parameters();
    Duration lifetime = lifetime();
    String owner = word("owner", false);
    if (schedule.isEmpty() || !errors.isEmpty()) {
      return Optional.empty();
    }
    Recurrence read = new Recurrence(name, schedule.get(), backend, parameters, lifetime, owner);
    return canName(read) ? Optional.of(read) : Optional.empty();
  }

  List<String> errors() {
    return List.copyOf(errors);
  }

  /** What a person calls the entry. */
  String label() {
    return object.getValue("name") instanceof String name ? " (" + shortened(name) + ")" : "";
  }

  private boolean canName(Recurrence read) {
    try {
      return read.due(read.workspace(SOME_TIME)).isPresent();
    } catch (IllegalArgumentException notAName) {
      broken(
          "name",
          "must have 1 to %d lower-case letters, digits and dashes, and begin with a letter or digit"
              .formatted(Recurrence.LONGEST_NAME));
      return false;
    }
  }

  private Optional<CronSchedule> schedule(ZoneId zone) {
    String rule = "must be the five fields of cron, such as 0 3 * * 1-5";
    if (!(object.getValue("cron") instanceof String text) || text.length() > CronSchedule.LONGEST) {
      broken("cron", rule);
      return Optional.empty();
    }
    try {
      return Optional.of(CronSchedule.parse(text, zone));
    } catch (IllegalArgumentException unreadable) {
      broken("cron", rule);
      return Optional.empty();
    }
  }

  private ZoneId zone() {
    Object value = object.getValue("zone", "UTC");
    try {
      if (value instanceof String text) {
        return ZoneId.of(text);
      }
    } catch (DateTimeException unknown) {
      // The rule says what it has to be.
    }
    broken("zone", "must be a time zone such as Europe/Berlin");
    return ZoneOffset.UTC;
  }

  private Duration lifetime() {
    Object value = object.getValue("expiry");
    if (value == null) {
      return Duration.ZERO;
    }
    try {
      if (value instanceof String text) {
        Duration lifetime = Duration.parse(text);
        if (lifetime.compareTo(SHORTEST) >= 0 && lifetime.compareTo(LONGEST) <= 0) {
          return lifetime;
        }
      }
    } catch (DateTimeParseException notADuration) {
      // The rule says what it has to be.
    }
    broken("expiry", "must be a duration from PT1M to P3650D, such as PT36H");
    return Duration.ZERO;
  }

  private Map<String, String> parameters() {
    Object value = object.getValue("parameters", new JsonObject());
    if (!(value instanceof JsonObject given) || given.size() > MOST_PARAMETERS) {
      broken("parameters", "must be an object of at most " + MOST_PARAMETERS + " texts");
      return Map.of();
    }
    Map<String, String> parameters = new TreeMap<>();
    for (String name : given.fieldNames()) {
      if (given.getValue(name) instanceof String text
          && text.length() <= LONGEST_TEXT
          && WORD.matcher(name).matches()) {
        parameters.put(name, text);
      } else {
        broken(
            "parameters." + shortened(name),
            "must be a text of at most " + LONGEST_TEXT + " characters under a plain name");
      }
    }
    return parameters;
  }

  private String word(String name, boolean required) {
    Object value = object.getValue(name);
    if (value == null && !required) {
      return "";
    }
    if (value instanceof String text && WORD.matcher(text).matches()) {
      return text;
    }
    broken(name, "must have 1 to 100 visible characters without spaces");
    return "";
  }

  private void broken(String field, String rule) {
    errors.add(field + " " + rule);
  }

  private static String shortened(String text) {
    String plain = text.replaceAll("[^ -~]", "?");
    return plain.length() > MOST_SHOWN ? plain.substring(0, MOST_SHOWN) + "…" : plain;
  }
}
