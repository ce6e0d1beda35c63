package dev.helium.pages.create;

import dev.helium.pages.frame.OfferedLength;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Until when the workspace is wanted, which the form can say in three ways.
 *
 * @param expiry as the API takes it; empty leaves it to the policy
 * @param wrong the rule that it breaks; empty when it breaks none
 */
public record Lifetime(String expiry, String wrong) {
  /** The last day, as the calendar gives it. */
  static final String EXPIRY = "expiry";

  static final String LENGTH = "length";
  static final String UNTIL = "until";

  /** When the form was shown. */
  static final String SHOWN = "shown";

  /** A form that was open for longer is not what one thinks of when saying how long from now. */
  private static final Duration FRESH = Duration.ofMinutes(15);

  static Lifetime of(Typed typed, Instant now) {
    String day = typed.text(EXPIRY);
    String length = typed.text(LENGTH);
    String until = typed.text(UNTIL);
    if (Stream.of(day, length, until).filter(text -> !text.isEmpty()).count() > 1) {
      return new Lifetime("", "must be said in one way: for a length, by a day, or by an instant");
    }
    if (!length.isEmpty()) {
      return forLength(length, counted(typed, now));
    }
    return until.isEmpty() ? new Lifetime(day, "") : until(until);
  }

  /**
   * What the length is counted from. It is the same for the same form, so that one that is sent
   * twice asks for the same twice.
   */
  private static Instant counted(Typed typed, Instant now) {
    return instant(typed.text(SHOWN))
        .filter(shown -> !shown.isAfter(now) && shown.isAfter(now.minus(FRESH)))
        .orElse(now);
  }

  private static Lifetime forLength(String length, Instant from) {
    return OfferedLength.named(length)
        .map(each -> new Lifetime(each.after(from).toString(), ""))
        .orElseGet(() -> new Lifetime("", "must have a length that can be chosen"));
  }

  private static Lifetime until(String until) {
    try {
      return new Lifetime(LocalDateTime.parse(until).toInstant(ZoneOffset.UTC).toString(), "");
    } catch (DateTimeException e) {
      return instant(until)
          .map(at -> new Lifetime(at.toString(), ""))
          .orElseGet(() -> new Lifetime("", "must be an instant such as 2026-02-22T15:04, in UTC"));
    }
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
