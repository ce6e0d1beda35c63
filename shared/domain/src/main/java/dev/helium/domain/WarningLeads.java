package dev.helium.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long before a workspace ends that is announced, the longest first.
 *
 * @param leads at most {@value #MOST}, each between a minute and a year; none for no announcement
 */
public record WarningLeads(List<Duration> leads) {
  public static final int MOST = 10;
  public static final Duration SHORTEST = Duration.ofMinutes(1);
  public static final Duration LONGEST = Duration.ofDays(366);

  /** A day and an hour before. */
  public static final WarningLeads STANDARD =
      new WarningLeads(List.of(Duration.ofHours(24), Duration.ofHours(1)));

  public WarningLeads {
    leads = leads.stream().distinct().sorted(Comparator.reverseOrder()).toList();
    if (leads.size() > MOST) {
      throw new IllegalArgumentException("there are at most " + MOST + " warnings");
    }
    if (leads.stream().anyMatch(lead -> !isAllowed(lead))) {
      throw new IllegalArgumentException(
          "a warning comes between " + SHORTEST + " and " + LONGEST + " before the end");
    }
  }

  public static boolean isAllowed(Duration lead) {
    return lead.compareTo(SHORTEST) >= 0 && lead.compareTo(LONGEST) <= 0;
  }

  /** The longest of the leads that are shorter than one; zero when none is. */
  Duration after(Duration lead) {
    return leads.stream()
        .filter(each -> each.compareTo(lead) < 0)
        .findFirst()
        .orElse(Duration.ZERO);
  }

  /**
   * The next announcement: the shortest lead that has begun, or else the longest one to come.
   *
   * @param since nothing is announced whose time had come before that: who set an end knows it
   * @param announced the lead that was announced last; zero when none was
   */
  public Optional<Duration> next(Instant end, Instant since, Duration announced, Instant now) {
    List<Duration> open =
        leads.stream()
            .filter(lead -> end.minus(lead).isAfter(since))
            .filter(lead -> announced.isZero() || lead.compareTo(announced) < 0)
            .toList();
    return open.reversed().stream()
        .filter(lead -> !end.minus(lead).isAfter(now))
        .findFirst()
        .or(() -> open.stream().findFirst());
  }
}
