package dev.helium.launcher.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Instants for people, who do not ask for fractions of a second. */
public final class InstantText {
  private static final int LONGEST = 40;

  private InstantText() {}

  public static String of(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Of one in a server's words; what is none is shown as it is. */
  public static String of(String text) {
    try {
      return of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException noInstant) {
      return Printable.line(text, LONGEST);
    }
  }
}
