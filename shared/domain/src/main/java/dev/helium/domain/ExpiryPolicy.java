package dev.helium.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * When workspaces go.
 *
 * @param zone whose midnights count
 * @param defaultDays days a workspace lives when nothing was said; 1 ends at the midnight ending
 *     the day of its creation
 * @param maximumDays no expiry lies beyond the midnight ending the day that many days from now
 */
public record ExpiryPolicy(ZoneId zone, int defaultDays, int maximumDays) {
  public ExpiryPolicy {
    Objects.requireNonNull(zone, "zone");
    if (defaultDays < 1 || defaultDays > maximumDays) {
      throw new IllegalArgumentException(
          "the default expiry must be between 1 and " + maximumDays + " days");
    }
  }

  /** The default expiry of a workspace created now. */
  public Instant defaultExpiry(Instant now) {
    return endOf(today(now).plusDays(defaultDays - 1L));
  }

  /** The latest expiry that is granted now. */
  public Instant latestExpiry(Instant now) {
    return endOf(today(now).plusDays(maximumDays));
  }

  /** The midnight ending a day; where a clock change skips it, the first instant after. */
  public Instant endOf(LocalDate day) {
    return day.equals(LocalDate.MAX) ? Instant.MAX : day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  private LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, zone);
  }
}
