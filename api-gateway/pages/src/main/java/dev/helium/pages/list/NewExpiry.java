package dev.helium.pages.list;

import dev.helium.pages.frame.OfferedLength;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** Until when workspaces are to live: longer by the same length each, or all until the same day. */
sealed interface NewExpiry {
  /** Longer than now by a length. */
  record By(OfferedLength length) implements NewExpiry {
    public By {
      Objects.requireNonNull(length, "length");
    }
  }

  /** Until the midnight that ends the day. */
  record Until(LocalDate day) implements NewExpiry {
    public Until {
      Objects.requireNonNull(day, "day");
    }
  }

  /** As the API takes it. */
  default String after(Instant present) {
    return switch (this) {
      case By(OfferedLength length) -> length.after(present).toString();
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
      return until.isEmpty()
          ? OfferedLength.named(by).map(By::new)
          : Optional.of(new Until(LocalDate.parse(until)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
