package dev.helium.deletion.recurring;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Five fields of cron in a time zone; the one place that knows the library.
 *
 * <p>Instants are whole minutes.
 */
final class CronSchedule {
  static final int LONGEST = 100;

  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ExecutionTime times;
  private final ZoneId zone;

  private CronSchedule(ExecutionTime times, ZoneId zone) {
    this.times = times;
    this.zone = zone;
  }

  /**
   * The schedule of a text.
   *
   * @throws IllegalArgumentException when it is none
   */
  static CronSchedule parse(String text, ZoneId zone) {
    return new CronSchedule(ExecutionTime.forCron(PARSER.parse(text).validate()), zone);
  }

  ZoneId zone() {
    return zone;
  }

  /** The first instant after that one; empty when there is none. */
  Optional<ZonedDateTime> next(Instant after) {
    return times.nextExecution(after.atZone(zone));
  }

  /** The last instant that is not after that one; empty when there is none. */
  Optional<ZonedDateTime> latest(Instant until) {
    // Whether the library takes the instant itself for one before it depends on its fraction.
    Optional<ZonedDateTime> found = times.lastExecution(until.plus(SECOND).atZone(zone));
    return found.filter(instant -> instant.toInstant().isAfter(until)).isPresent()
        ? times.lastExecution(found.get().minus(SECOND))
        : found;
  }
}
