package dev.helium.pages.list;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Until when workspaces are to live: longer by so many days each, or all until the same one. */
sealed interface NewExpiry {
  /** What one can choose, in days. */
  List<Integer> DAYS = List.of(1, 3, 7, 14, 30);

  /** Longer than now by days. */
  record By(int days) implements NewExpiry {}

  /** Until the midnight that ends the day. */
  record Until(LocalDate day) implements NewExpiry {
    public Until {
      Objects.requireNonNull(day, "day");
    }
  }

  /** As the API takes it. */
  default String after(Instant present) {
    return switch (this) {
      case By(int days) ->
          present.atZone(ZoneOffset.UTC).plus(Period.ofDays(days)).toInstant().toString();
      case Until(LocalDate day) -> day.toString();
    };
  }

  /** Whether the present expiry matters. */
  default boolean isRelative() {
    return this instanceof By;
  }

  /**
   * As a form says it; a day counts before a length.
   *
   * @return empty when it is neither
   */
  static Optional<NewExpiry> read(String by, String until) {
    try {
      if (!until.isEmpty()) {
        return Optional.of(new Until(LocalDate.parse(until)));
      }
      int days = Integer.parseInt(by);
      return DAYS.contains(days) ? Optional.of(new By(days)) : Optional.empty();
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
