package dev.helium.pages.follow;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** Lengths of time to choose from, where no day is chosen. */
public final class Lengths {
  private static final List<Length> LONG =
      List.of(
          of(Duration.ofHours(4), "4 hours"),
          of(Duration.ofDays(1), "1 day"),
          of(Duration.ofDays(3), "3 days"),
          of(Duration.ofDays(7), "7 days"),
          of(Duration.ofDays(14), "14 days"),
          of(Duration.ofDays(30), "30 days"));

  private static final List<Length> SHORT =
      List.of(
          of(Duration.ofHours(1), "1 hour"),
          of(Duration.ofHours(4), "4 hours"),
          of(Duration.ofDays(1), "1 day"),
          of(Duration.ofDays(3), "3 days"));

  private Lengths() {}

  /**
   * One of them.
   *
   * @param id as forms send it
   */
  public record Length(String id, String words) {
    public Length {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(words, "words");
    }
  }

  /** Those that a form offers. */
  public static List<Length> of(Action action) {
    return action == Action.SHORTEN ? SHORT : LONG;
  }

  /**
   * The instant that a form means, as the API takes it. A day counts before a length, and is left
   * to the API to read.
   *
   * @param length the id of one; anything else is none
   * @param from where the length begins
   * @return empty when neither is given
   */
  static String chosen(String day, String length, Instant from) {
    if (!day.isEmpty()) {
      return day;
    }
    boolean offered =
        LONG.stream().anyMatch(each -> each.id().equals(length))
            || SHORT.stream().anyMatch(each -> each.id().equals(length));
    return offered
        ? from.plus(Duration.parse(length)).truncatedTo(ChronoUnit.SECONDS).toString()
        : "";
  }

  /** The present expiry that a form was shown with, unless it has passed. */
  static Instant from(String shown, Instant now) {
    try {
      Instant expiry = Instant.parse(shown);
      return expiry.isAfter(now) ? expiry : now;
    } catch (DateTimeException e) {
      return now;
    }
  }

  private static Length of(Duration length, String words) {
    return new Length(length.toString(), words);
  }
}
