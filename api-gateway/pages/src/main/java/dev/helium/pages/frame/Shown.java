package dev.helium.pages.frame;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How values are shown where no script helps. */
public final class Shown {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final List<String> LINKED = List.of("http", "https");

  private Shown() {}

  /** To the minute; scripts put it into the viewer's zone. */
  public static String instant(Instant at) {
    return INSTANT.format(at);
  }

  /**
   * How far away an instant is, such as {@code in 3 days}, {@code 5 minutes ago} or {@code now}.
   */
  public static String distance(Instant from, Instant to) {
    Duration distance = Duration.between(from, to);
    if (distance.abs().toSeconds() == 0) {
      return "now";
    }
    String length = length(distance.abs());
    return distance.isNegative() ? length + " ago" : "in " + length;
  }

  /** In its largest unit, such as {@code 3 days}, rounded down. */
  public static String length(Duration length) {
    if (length.toDays() > 0) {
      return counted(length.toDays(), "day");
    }
    if (length.toHours() > 0) {
      return counted(length.toHours(), "hour");
    }
    if (length.toMinutes() > 0) {
      return counted(length.toMinutes(), "minute");
    }
    return counted(length.toSeconds(), "second");
  }

  /** A number and what is counted, such as {@code 1 day} or {@code 1,204 workspaces}. */
  public static String counted(long number, String unit) {
    return number(number) + " " + unit + (number == 1 ? "" : "s");
  }

  public static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** Whether an address may become a link; anything but the web's own schemes stays text. */
  public static boolean isLink(String address) {
    try {
      URI uri = new URI(address);
      return uri.getScheme() != null
          && LINKED.contains(uri.getScheme().toLowerCase(Locale.ROOT))
          && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
